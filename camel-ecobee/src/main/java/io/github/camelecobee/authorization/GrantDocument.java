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

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import org.jspecify.annotations.Nullable;

/**
 * The content of a grant file, or of a row of a grant table. Entries are kept as they were read, so that what a later
 * version adds to the entry of another account survives being written by this one.
 */
final class GrantDocument {
    /** Raised when an older version could not read the file any more. */
    private static final int FORMAT = 1;

    /** The parts of an entry that hold secrets, and their names there. */
    private static final Map<String, Set<String>> SECRETS
            = Map.of("grant", Set.of("accessToken", "refreshToken"), "pin", Set.of("code"));

    private final List<Map<String, @Nullable Object>> entries;

    private GrantDocument(List<Map<String, @Nullable Object>> entries) {
        this.entries = entries;
    }

    static GrantDocument empty() {
        return new GrantDocument(List.of());
    }

    @SuppressWarnings("unchecked")
    static GrantDocument parse(String json, String place) {
        try {
            Map<String, @Nullable Object> root = EcobeeJson.readMap(json);
            if (!(root.get("format") instanceof Integer format) || format < 1) {
                throw unreadable(place, "it holds no grants");
            }
            if (format > FORMAT) {
                throw unreadable(place, "a later version of camel-ecobee has written it (format " + format + ")");
            }
            List<Map<String, @Nullable Object>> entries = new ArrayList<>();
            for (Object entry : (List<?>) need(root.get("grants"))) {
                entries.add((Map<String, @Nullable Object>) need(entry));
            }
            GrantDocument document = new GrantDocument(entries);
            document.keys().forEach(document::find);
            return document;
        } catch (EcobeeJsonException | ClassCastException | DateTimeException | IllegalArgumentException e) {
            // Neither message nor cause: they may quote what the file holds.
            throw unreadable(place, "it is damaged (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static GrantStoreException unreadable(String place, String why) {
        return new GrantStoreException(
                place + " cannot be used: " + why
                                       + ". It is left as it is; restore it from a backup, or move it away to authorize anew.",
                null);
    }

    Optional<AuthorizationRecord> find(AccountKey key) {
        return entries.stream().filter(entry -> key(entry).equals(key)).findFirst().map(GrantDocument::record);
    }

    Set<AccountKey> keys() {
        return entries.stream().map(GrantDocument::key).collect(Collectors.toUnmodifiableSet());
    }

    GrantDocument without(AccountKey key) {
        return new GrantDocument(entries.stream().filter(entry -> !key(entry).equals(key)).toList());
    }

    GrantDocument with(AccountKey key, AuthorizationRecord record) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("application", key.application());
        entry.put("account", key.account());
        entry.put("version", record.version());
        entry.put("grant", record.grant() == null ? null : write(record.grant()));
        entry.put("pin", record.pin() == null ? null : write(record.pin()));
        entry.put("refusal", record.refusal() == null ? null : write(record.refusal()));
        List<Map<String, @Nullable Object>> next = new ArrayList<>(without(key).entries);
        next.add(entry);
        return new GrantDocument(next);
    }

    /**
     * A record with other secrets, and everything else as it was.
     *
     * @param replacement makes the secret of its name and present value
     */
    static AuthorizationRecord withSecrets(AccountKey key, AuthorizationRecord record, BinaryOperator<String> replacement) {
        Map<String, @Nullable Object> entry = empty().with(key, record).entries.get(0);
        SECRETS.forEach((part, names) -> {
            Map<String, @Nullable Object> values = object(entry, part);
            if (values != null) {
                values.replaceAll((name, value) -> value instanceof String secret && names.contains(name)
                        ? replacement.apply(name, secret) : value);
            }
        });
        return record(entry);
    }

    String toJson() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("grants", entries);
        return EcobeeJson.write(root);
    }

    private static AccountKey key(Map<String, @Nullable Object> entry) {
        return new AccountKey(text(entry, "application"), text(entry, "account"));
    }

    private static AuthorizationRecord record(Map<String, @Nullable Object> entry) {
        Map<String, @Nullable Object> grant = object(entry, "grant");
        Map<String, @Nullable Object> pin = object(entry, "pin");
        Map<String, @Nullable Object> refusal = object(entry, "refusal");
        return new AuthorizationRecord(
                ((Number) need(entry.get("version"))).longValue(),
                grant == null
                        ? null : new Grant(
                                text(grant, "accessToken"), (String) grant.get("refreshToken"), instant(grant, "obtainedAt"),
                                instant(grant, "expiresAt"), text(grant, "scope"), text(grant, "tokenType")),
                pin == null
                        ? null : new PinPrompt(
                                text(pin, "pin"), text(pin, "code"), instant(pin, "expiresAt"),
                                Duration.parse(text(pin, "interval")), text(pin, "portal")),
                refusal == null
                        ? null : new Refusal(
                                text(refusal, "error"), text(refusal, "description"), instant(refusal, "at")));
    }

    private static Map<String, @Nullable Object> write(Grant grant) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("accessToken", grant.accessToken());
        map.put("refreshToken", grant.refreshToken());
        map.put("obtainedAt", grant.obtainedAt().toString());
        map.put("expiresAt", grant.expiresAt().toString());
        map.put("scope", grant.scope());
        map.put("tokenType", grant.tokenType());
        return map;
    }

    private static Map<String, Object> write(PinPrompt pin) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("pin", pin.pin());
        map.put("code", pin.code());
        map.put("expiresAt", pin.expiresAt().toString());
        map.put("interval", pin.interval().toString());
        map.put("portal", pin.portal());
        return map;
    }

    private static Map<String, Object> write(Refusal refusal) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("error", refusal.error());
        map.put("description", refusal.description());
        map.put("at", refusal.at().toString());
        return map;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, @Nullable Object> object(Map<String, @Nullable Object> map, String name) {
        return (Map<String, @Nullable Object>) map.get(name);
    }

    private static String text(Map<String, @Nullable Object> map, String name) {
        return (String) need(map.get(name));
    }

    private static Instant instant(Map<String, @Nullable Object> map, String name) {
        return Instant.parse(text(map, name));
    }

    private static Object need(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("A value is missing");
        }
        return value;
    }
}
