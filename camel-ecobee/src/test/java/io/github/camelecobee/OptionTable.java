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
package io.github.camelecobee;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;

import static java.util.stream.Collectors.joining;

/** A table of the manual, made of the catalog JSON. */
enum OptionTable {
    COMPONENT("component options", ComponentModel::getComponentOptions),
    ENDPOINT("endpoint options", ComponentModel::getEndpointOptions),
    HEADERS("headers", ComponentModel::getEndpointHeaders);

    private final String marker;
    private final Function<ComponentModel, List<? extends BaseOptionModel>> options;

    OptionTable(String marker, Function<ComponentModel, List<? extends BaseOptionModel>> options) {
        this.marker = marker;
        this.options = options;
    }

    String writeInto(String page) {
        String begin = "// " + marker + "\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("// end", from);
        return page.substring(0, from) + table() + page.substring(to);
    }

    private String table() {
        StringBuilder table = new StringBuilder("[.options%header,cols=\"");
        table.append(this == HEADERS
                ? "4,7,2\"]\n|===\n|Name |Description |Type\n"
                : "3,7,2,2\"]\n|===\n|Name |Description |Default |Type\n");
        options.apply(Catalog.component()).stream().sorted(Comparator.comparing(BaseOptionModel::getName)).forEach(option -> {
            table.append("\n|`").append(option.getName()).append('`').append(group(option)).append("\n|")
                    .append(option.isSecret() ? "*Secret.* " : "").append(option.isRequired() ? "*Required.* " : "")
                    .append(literal(option.getDescription())).append(values(option)).append('\n');
            if (this != HEADERS) {
                table.append('|').append(option.getDefaultValue() == null ? "" : "`+" + option.getDefaultValue() + "+`")
                        .append('\n');
            }
            table.append('|').append(type(option)).append('\n');
        });
        return table.append("|===\n").toString();
    }

    private static String group(BaseOptionModel option) {
        return option.getLabel().isEmpty() ? "" : " (" + option.getLabel().replace(",", ", ") + ")";
    }

    private static String values(BaseOptionModel option) {
        return option.getEnums() == null || option.getEnums().isEmpty()
                ? "" : option.getEnums().stream().map(value -> "`" + value + "`").collect(joining(", ", " One of ", "."));
    }

    /** Text of a cell in which nothing means anything to AsciiDoc. */
    private static String literal(String text) {
        return text.replace("|", "\\|").replace("{", "&#123;").replace("*", "&#42;").replace("#", "&#35;").replace("`",
                "&#96;");
    }

    private static String type(BaseOptionModel option) {
        if (option.getEnums() != null && !option.getEnums().isEmpty()) {
            return "enum";
        }
        String type = option.getJavaType().replaceAll("<.*", "");
        return "duration".equals(option.getType()) ? "duration" : type.substring(type.lastIndexOf('.') + 1);
    }
}
