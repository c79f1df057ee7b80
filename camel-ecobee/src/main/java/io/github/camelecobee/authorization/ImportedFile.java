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
package io.github.camelecobee.authorization;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the refresh token out of the files of two Python programs. python-ecobee-api writes {@code API_KEY},
 * {@code ACCESS_TOKEN} and {@code REFRESH_TOKEN}; Pyecobee has {@code application_key} and {@code refresh_token}, with
 * or without underscore in front, and often under the name under which it was shelved.
 */
final class ImportedFile {
    private static final int LARGEST = 1024 * 1024;

    private ImportedFile() {
    }

    static RefreshTokenSeed.Content read(Path file, String apiKey) {
        Map<String, Object> values = values(file);
        Object key = values.getOrDefault("apikey", values.get("applicationkey"));
        if (key instanceof String theirs && !theirs.isBlank() && !theirs.equals(apiKey)) {
            throw wrong(file, "it belongs to another API key than the option apiKey");
        }
        if (values.get("refreshtoken") instanceof String token && !token.isBlank()) {
            return new RefreshTokenSeed.Content(
                    token.strip(), values.get("scope") instanceof String scope ? Redaction.oneLine(scope) : null);
        }
        throw wrong(file, "it has no refresh token (REFRESH_TOKEN in ecobee.conf, refresh_token in JSON of Pyecobee)");
    }

    private static Map<String, Object> values(Path file) {
        try {
            Map<String, Object> values = named(EcobeeJson.readMap(text(file)));
            if (!values.containsKey("refreshtoken")) {
                for (Object value : values.values()) {
                    if (value instanceof Map<?, ?> inner && named(inner).containsKey("refreshtoken")) {
                        return named(inner);
                    }
                }
            }
            return values;
        } catch (EcobeeJsonException e) {
            throw wrong(file, "it is no JSON object; a shelve of Python must be written as JSON first");
        }
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            // Not by its size, which a device or a file that grows does not tell.
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw wrong(file, "it is larger than " + LARGEST + " bytes");
            }
            // Not as UTF-8 strictly: a binary shelve deserves the message about shelves.
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw wrong(file, "there is no such file");
        } catch (IOException e) {
            throw wrong(file, "it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> put(named, String.valueOf(name), value));
        return named;
    }

    private static void put(Map<String, Object> named, String name, @Nullable Object value) {
        if (value != null) {
            named.put(name.replace("_", "").toLowerCase(Locale.ROOT), value);
        }
    }

    private static GrantImportException wrong(Path file, String why) {
        return new GrantImportException("importFile: '" + file + "' cannot be imported: " + why);
    }
}
