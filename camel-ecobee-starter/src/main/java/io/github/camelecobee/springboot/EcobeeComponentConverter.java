/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.github.camelecobee.springboot;

import java.beans.PropertyDescriptor;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.ApplicationContext;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/**
 * Finds the beans that properties refer to, as in {@code camel.component.ecobee.grant-store=#bean:myStore}. For the
 * types of the options that are no plain values.
 */
@AutoConfiguration
@ConfigurationPropertiesBinding
public class EcobeeComponentConverter implements GenericConverter {
    private static final String BEAN = "#bean:";

    private final ApplicationContext application;

    /**
     * Spring creates it.
     *
     * @param application has the beans
     */
    public EcobeeComponentConverter(ApplicationContext application) {
        this.application = application;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Arrays.stream(BeanUtils.getPropertyDescriptors(EcobeeComponentConfiguration.class))
                .filter(property -> property.getWriteMethod() != null).map(PropertyDescriptor::getPropertyType)
                .filter(EcobeeComponentConverter::isBean).map(type -> new ConvertiblePair(String.class, type))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Spring converts durations by itself, and does not count them among plain values. */
    private static boolean isBean(Class<?> type) {
        return !BeanUtils.isSimpleValueType(type) && type != Duration.class;
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        String reference = source == null ? "" : source.toString().strip();
        if (reference.isEmpty()) {
            return null;
        }
        if (!reference.startsWith("#")) {
            throw new IllegalArgumentException(
                    "'" + reference + "' does not refer to a bean of type " + to.getType().getName()
                                               + "; write #bean: and its name");
        }
        String name = reference.startsWith(BEAN) ? reference.substring(BEAN.length()) : reference.substring(1);
        return application.getBean(name, to.getType());
    }
}
