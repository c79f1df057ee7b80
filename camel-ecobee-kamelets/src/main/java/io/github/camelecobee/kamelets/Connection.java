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
package io.github.camelecobee.kamelets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.EcobeeComponent;
import org.jspecify.annotations.Nullable;

/**
 * What a Kamelet says about the connection to ecobee.
 *
 * @param apiKey    API key of the application, a secret; {@code null} for the component {@code ecobee} of the
 *                  application
 * @param scope     what to ask the user for, {@code null} for the default of the component
 * @param grantFile file in which grants are kept, {@code null} for the default of the component
 * @param baseUrl   where ecobee is, {@code null} for the default of the component
 */
record Connection(
        @Nullable String apiKey, @Nullable String scope, @Nullable String grantFile, @Nullable String baseUrl) {

    private static final int NAME_BYTES = 4;

    /** Something that has the API key must say so; anything else would be for nobody. */
    void check() {
        if (apiKey != null) {
            return;
        }
        Map<String, @Nullable String> others = new LinkedHashMap<>();
        others.put("scope", scope);
        others.put("grantFile", grantFile);
        others.put("baseUrl", baseUrl);
        others.forEach((name, value) -> {
            if (value != null) {
                throw new IllegalArgumentException(
                        name + ": '" + value + "' is given without apiKey; give apiKey as well, or neither of them and"
                                                   + " configure the component ecobee");
            }
        });
    }

    /** The same for the same connection, another one for another, and nothing of the key can be read from it. */
    String componentName() {
        String all = String.join("\n", Arrays.asList(apiKey, scope, grantFile, baseUrl));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return "ecobee-kamelet-" + HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether a component connects like this. */
    boolean isOf(EcobeeComponent component) {
        return Objects.equals(apiKey, component.getApiKey()) && sameAs(scope, component.getScope(), defaults().getScope())
                && Objects.equals(grantFile, component.getGrantFile())
                && sameAs(baseUrl, component.getBaseUrl(), defaults().getBaseUrl());
    }

    private static boolean sameAs(@Nullable String given, String actual, String byDefault) {
        return actual.equals(given == null ? byDefault : given);
    }

    private static EcobeeComponent defaults() {
        return new EcobeeComponent();
    }

    EcobeeComponent newComponent() {
        EcobeeComponent component = defaults();
        component.setApiKey(apiKey);
        if (scope != null) {
            component.setScope(scope);
        }
        if (grantFile != null) {
            component.setGrantFile(grantFile);
        }
        if (baseUrl != null) {
            component.setBaseUrl(baseUrl);
        }
        return component;
    }

    @Override
    public String toString() {
        return "Connection[scope=" + scope + ", grantFile=" + grantFile + ", baseUrl=" + baseUrl + "]";
    }
}
