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

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A request as the reference writes it: method, path and query in the first line, and the body behind it. JSON is
 * compared as a tree; everything else as it is.
 *
 * @param method     of HTTP
 * @param path       without the query
 * @param parameters of the query, and the fields of a form (ecobee takes those of a token request either way)
 * @param body       JSON, or nothing
 */
record WireRequest(String method, String path, Map<String, JsonNode> parameters, JsonNode body) {

    private static final ObjectMapper JSON
            = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** Reads what the reference has, which is not encoded. */
    static WireRequest of(String text) {
        String[] lines = text.split("\n", 2);
        String[] words = lines[0].split(" ", 2);
        String[] address = words[1].split("\\?", 2);
        return new WireRequest(
                words[0], address[0], parameters(address.length > 1 ? address[1] : "", false),
                json(lines.length > 1 ? lines[1] : ""));
    }

    /** Takes what came over the wire. */
    static WireRequest arrived(String method, String path, String rawQuery, boolean form, String content) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>(parameters(rawQuery, true));
        if (form) {
            parameters.putAll(parameters(content, true));
        }
        return new WireRequest(method, path, parameters, json(form ? "" : content));
    }

    private static Map<String, JsonNode> parameters(String query, boolean encoded) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = encoded ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : parts[1];
            if (found.put(parts[0], value.startsWith("{") ? json(value) : TextNode.valueOf(value)) != null) {
                throw new IllegalArgumentException(parts[0] + " is given twice in " + query);
            }
        }
        return found;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }
}
