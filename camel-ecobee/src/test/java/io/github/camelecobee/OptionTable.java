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
        StringBuilder table = new StringBuilder("[%header%autowidth.stretch]\n|===\n");
        table.append(
                this == HEADERS
                        ? "|header |for |type |what it is\n"
                        : "|option |for |type |default |what it is\n");
        options.apply(Catalog.component()).stream().sorted(Comparator.comparing(BaseOptionModel::getName)).forEach(option -> {
            table.append("|`").append(option.getName()).append("` |").append(option.getLabel().replace(",", ", "))
                    .append(" |").append(type(option)).append(" |");
            if (this != HEADERS) {
                table.append(option.getDefaultValue() == null ? "" : "`+" + option.getDefaultValue() + "+` ").append("|");
            }
            table.append(option.isSecret() ? "*Secret.* " : "").append(option.isRequired() ? "*Required.* " : "")
                    .append(option.getDescription().replace("|", "\\|")).append("\n");
        });
        return table.append("|===\n").toString();
    }

    private static String type(BaseOptionModel option) {
        if (option.getEnums() != null && !option.getEnums().isEmpty()) {
            return String.join(", ", option.getEnums());
        }
        String type = option.getJavaType().replaceAll("<.*", "");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return "duration".equals(option.getType()) ? "duration" : simple;
    }
}
