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
package io.github.camelecobee.springboot.generator;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;
import org.apache.camel.tooling.util.srcgen.GenericType;
import org.apache.camel.tooling.util.srcgen.JavaClass;
import org.apache.camel.tooling.util.srcgen.Property;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The class of the properties: a field for each option, {@code null} as long as nobody sets it. */
final class ConfigurationClass {
    /** The class that is written. */
    static final String NAME = "io.github.camelecobee.springboot.EcobeeComponentConfiguration";

    /** Nothing that is not set may be handed on, so that the component knows what was given. */
    private static final Map<String, String> BOXED = Map.of(
            "boolean", "java.lang.Boolean", "int", "java.lang.Integer", "long", "java.lang.Long");

    private ConfigurationClass() {
    }

    static String of(ComponentModel component) {
        JavaClass type = new JavaClass(ConfigurationClass.class.getClassLoader());
        type.setPackage(NAME.substring(0, NAME.lastIndexOf('.')));
        type.setName(NAME.substring(NAME.lastIndexOf('.') + 1));
        type.getJavaDoc().setText("The options of the component {@code ecobee}. Those that are {@code null} were not given.");
        type.extendSuperType(ComponentConfigurationPropertiesCommon.class.getName());
        type.addAnnotation(ConfigurationProperties.class).setStringValue("prefix", "camel.component." + component.getScheme());
        type.addMethod().setConstructor(true).setPublic().setName(type.getName()).setBody("").getJavaDoc()
                .setText("Spring creates it.");
        type.addField().setName("SECRETS").setStatic(true).setFinal(true)
                .setType(new GenericType(Set.class, new GenericType(String.class)))
                .setLiteralInitializer(component.getComponentOptions().stream().filter(ComponentOptionModel::isSecret)
                        .map(option -> '"' + option.getName() + '"').collect(Collectors.joining(", ", "Set.of(", ")")))
                .getJavaDoc().setText("Those that are secrets.");
        component.getComponentOptions().forEach(option -> add(type, option));
        return type.printClass();
    }

    private static void add(JavaClass type, ComponentOptionModel option) {
        Property property = type.addProperty(javaType(option), option.getName());
        property.getField().getJavaDoc().setText(html(option.getDescription()));
        property.getAccessor().getJavaDoc()
                .setText("See the option of this name.\n\n@return what was given, {@code null} for nothing");
        property.getMutator().getJavaDoc().setText("See the option of this name.\n\n@param " + option.getName() + " the value");
    }

    private static GenericType javaType(ComponentOptionModel option) {
        String name = "duration".equals(option.getType())
                ? "java.time.Duration" : BOXED.getOrDefault(option.getJavaType(), option.getJavaType());
        try {
            return GenericType.parse(name, ConfigurationClass.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Option " + option.getName() + " has a type that is nowhere", e);
        }
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;").replace("*", "&#42;");
    }
}
