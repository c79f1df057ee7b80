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
package io.github.camelecobee.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;

/**
 * Teaches Jackson to tell a property that was sent as null from one that was left out. Without it a thermostat that is
 * read and written again would lose its nulls.
 */
final class ExplicitNullModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ExplicitNullModule() {
        setDeserializerModifier(new NoteNulls());
        setSerializerModifier(new WriteNulls());
    }

    private static final class NoteNulls extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public BeanDeserializerBuilder updateBuilder(
                DeserializationConfig config, BeanDescription bean, BeanDeserializerBuilder builder) {
            if (EcobeeObject.class.isAssignableFrom(bean.getBeanClass())) {
                Iterator<SettableBeanProperty> properties = builder.getProperties();
                List<SettableBeanProperty> noting = new ArrayList<>();
                properties.forEachRemaining(property -> noting.add(new NotingProperty(property)));
                noting.forEach(property -> builder.addOrReplaceProperty(property, true));
            }
            return builder;
        }
    }

    private static final class NotingProperty extends SettableBeanProperty.Delegating {
        private static final long serialVersionUID = 1L;

        NotingProperty(SettableBeanProperty delegate) {
            super(delegate);
        }

        @Override
        protected SettableBeanProperty withDelegate(SettableBeanProperty delegate) {
            return new NotingProperty(delegate);
        }

        @Override
        public void deserializeAndSet(JsonParser parser, DeserializationContext context, Object bean) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_NULL)) {
                ((EcobeeObject) bean).setExplicitNull(getName());
            }
            super.deserializeAndSet(parser, context, bean);
        }
    }

    private static final class WriteNulls extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> writers) {
            return EcobeeObject.class.isAssignableFrom(bean.getBeanClass())
                    ? writers.stream().map(NullWriter::new).collect(Collectors.toList()) : writers;
        }
    }

    private static final class NullWriter extends BeanPropertyWriter {
        private static final long serialVersionUID = 1L;

        NullWriter(BeanPropertyWriter base) {
            super(base);
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator generator, SerializerProvider provider) throws Exception {
            if (((EcobeeObject) bean).isExplicitNull(getName())) {
                generator.writeNullField(getName());
            } else {
                super.serializeAsField(bean, generator, provider);
            }
        }
    }
}
