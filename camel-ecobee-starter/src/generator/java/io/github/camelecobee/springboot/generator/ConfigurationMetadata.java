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

import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.jspecify.annotations.Nullable;

/**
 * What Spring's own metadata lacks of the options: descriptions as they are, defaults, and the values to choose from.
 */
final class ConfigurationMetadata {
    /** Spring's metadata has no other place for it. */
    private static final String SECRET = " This is a secret: refer to it by a placeholder.";

    private ConfigurationMetadata() {
    }

    static String of(ComponentModel component) {
        String prefix = "camel.component." + component.getScheme() + ".";
        List<ComponentOptionModel> options = component.getComponentOptions();
        JsonObject root = new JsonObject();
        root.put("properties", new JsonArray(
                Stream.concat(
                        Stream.of(
                                property(prefix + "enabled", "Whether these properties are used at all.", true),
                                property(prefix + "customizer.enabled", "Whether these properties are handed to the component.",
                                        true)),
                        options.stream().map(option -> property(
                                prefix + StringHelper.camelCaseToDash(option.getName()), description(option),
                                defaultValue(option))))
                        .toList()));
        root.put("hints", new JsonArray(
                options.stream().filter(option -> option.getEnums() != null).map(option -> hint(prefix, option)).toList()));
        return Jsoner.prettyPrint(root.toJson(), 2) + "\n";
    }

    private static JsonObject property(String name, String description, @Nullable Object defaultValue) {
        JsonObject property = new JsonObject();
        property.put("name", name);
        property.put("description", description);
        if (defaultValue != null) {
            property.put("defaultValue", defaultValue);
        }
        return property;
    }

    private static String description(ComponentOptionModel option) {
        return option.isSecret() ? option.getDescription() + SECRET : option.getDescription();
    }

    /** The catalog has numbers as texts, and durations in milliseconds. */
    private static @Nullable Object defaultValue(ComponentOptionModel option) {
        if (option.getDefaultValue() == null) {
            return null;
        }
        String text = option.getDefaultValue().toString();
        return switch (option.getType()) {
            case "boolean" -> Boolean.valueOf(text);
            case "integer" -> Long.valueOf(text);
            case "duration" -> text + "ms";
            default -> text;
        };
    }

    private static JsonObject hint(String prefix, ComponentOptionModel option) {
        JsonObject hint = new JsonObject();
        hint.put("name", prefix + StringHelper.camelCaseToDash(option.getName()));
        hint.put("values", new JsonArray(option.getEnums().stream().map(ConfigurationMetadata::value).toList()));
        return hint;
    }

    private static JsonObject value(String text) {
        JsonObject value = new JsonObject();
        value.put("value", text);
        return value;
    }
}
