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
package io.github.camelecobee.simulator.faults;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Gives thermostats another identifier, in one request and its answer: the new one is understood, and the old one is
 * not known any more. Everything else of them stays. The new identifier differs from the old one in the first digit, so
 * that all answers agree on it: 311019854581 becomes 611019854581.
 * <p>
 * Used by one thread.
 */
public final class Replacement {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LISTS = Set.of("identifier", "selectionMatch", "thermostatIdentifier", "thermostats");
    private static final Set<String> ROWS = Set.of("revisionList", "statusList");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Set<String> thermostats;
    private final Set<String> asked = new HashSet<>();

    /**
     * A replacement.
     *
     * @param thermostats the old identifiers; empty for all thermostats
     */
    public Replacement(Set<String> thermostats) {
        this.thermostats = thermostats;
    }

    /**
     * What a request means.
     *
     * @param  json its JSON, with new identifiers
     * @return      the JSON to handle, with old ones; as it is when it is no JSON object
     */
    public String request(String json) {
        return edited(json, this::asked);
    }

    /**
     * What is answered.
     *
     * @param  json the JSON of the answer, with old identifiers
     * @return      the JSON to send, with new ones
     */
    public String answer(String json) {
        return edited(json, this::exchanged);
    }

    /**
     * Identifiers with commas between them.
     *
     * @param  csv old or new ones
     * @return     new or old ones
     */
    public String identifiers(String csv) {
        return csv(csv, this::exchanged);
    }

    private String edited(String json, UnaryOperator<String> identifiers) {
        try {
            JsonNode tree = json.isBlank() ? null : JSON.readTree(json);
            if (!(tree instanceof ObjectNode object)) {
                return json;
            }
            edit(object, identifiers);
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private void edit(JsonNode node, UnaryOperator<String> identifiers) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                property.setValue(property(property.getKey(), property.getValue(), identifiers));
            }
        }
        node.forEach(each -> edit(each, identifiers));
    }

    private JsonNode property(String name, JsonNode value, UnaryOperator<String> identifiers) {
        if (LISTS.contains(name)) {
            return texts(value, text -> csv(text, identifiers));
        } else if (ROWS.contains(name)) {
            return texts(value, row -> identifiers.apply(row.substring(0, row.indexOf(':'))) + row.substring(row.indexOf(':')));
        } else if (name.equals("message")) {
            return texts(value, text -> WORD.matcher(text)
                    .replaceAll(word -> asked.contains(word.group()) ? identifiers.apply(word.group()) : word.group()));
        }
        return value;
    }

    private static JsonNode texts(JsonNode value, UnaryOperator<String> edit) {
        if (value instanceof ArrayNode list) {
            for (int index = 0; index < list.size(); index++) {
                list.set(index, texts(list.get(index), edit));
            }
        }
        return value.isTextual() ? TextNode.valueOf(edit.apply(value.asText())) : value;
    }

    private static String csv(String text, UnaryOperator<String> identifiers) {
        return Arrays.stream(text.split(",", -1)).map(identifiers).collect(Collectors.joining(","));
    }

    private String asked(String identifier) {
        String meant = exchanged(identifier);
        asked.add(meant);
        return meant;
    }

    /** Old for new and new for old. */
    private String exchanged(String identifier) {
        if (identifier.isEmpty() || !Character.isDigit(identifier.charAt(0))) {
            return identifier;
        }
        String other = (char) ('0' + '9' - identifier.charAt(0)) + identifier.substring(1);
        return thermostats.isEmpty() || thermostats.contains(identifier) || thermostats.contains(other) ? other : identifier;
    }
}
