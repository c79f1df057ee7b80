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
package io.github.camelecobee.simulator.oauth;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.github.camelecobee.model.EcobeeJson;

/** Makes PINs, codes and tokens that look like ecobee's. */
final class TokenFactory {
    /** Without letters and digits that people confuse. */
    private static final String PIN_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PIN_HALF = 4;
    private static final int CODE_BYTES = 18;
    private static final int REFRESH_BYTES = 33;
    private static final int SIGNATURE_BYTES = 256;
    private static final int OPAQUE = 32;

    private final SecureRandom random = new SecureRandom();
    private final String prefix;
    private final int accessTokenSize;

    TokenFactory(String prefix, int accessTokenSize) {
        this.prefix = prefix;
        this.accessTokenSize = accessTokenSize;
    }

    /** The form that users have reported since 2020: two groups of four. */
    String pin() {
        return half() + "-" + half();
    }

    String code() {
        return prefix + noise(CODE_BYTES);
    }

    String refreshToken() {
        return "v1." + prefix + noise(REFRESH_BYTES);
    }

    /** A JWT with the claims that clients have seen in ecobee's; they mean nothing here. */
    String accessToken(String scope, Login login, Instant now, Duration life) {
        UUID account = UUID.nameUUIDFromBytes(login.account().getBytes(StandardCharsets.UTF_8));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://auth.ecobee.com/");
        claims.put("sub", "auth0|" + account);
        claims.put("aud", "https://prod.ecobee.com/api/v1");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(life).getEpochSecond());
        claims.put("scope", scope);
        claims.put("https://claims.ecobee.com/ecobee_account_id", account.toString());
        String head = prefix + encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                      + encode(EcobeeJson.write(claims).getBytes(StandardCharsets.UTF_8)) + ".";
        String token = head + noise(SIGNATURE_BYTES);
        int missing = accessTokenSize - token.length();
        return missing <= 0 ? token : (token + noise(missing)).substring(0, accessTokenSize);
    }

    /** The form before December 2020: 32 letters and digits. */
    String opaqueAccessToken() {
        String text = prefix + noise(OPAQUE).replaceAll("[-_]", "x");
        // A long prefix must not leave tokens that are alike.
        return text.substring(0, Math.max(OPAQUE, prefix.length() + OPAQUE / 2));
    }

    private String half() {
        StringBuilder text = new StringBuilder();
        random.ints(PIN_HALF, 0, PIN_LETTERS.length()).forEach(index -> text.append(PIN_LETTERS.charAt(index)));
        return text.toString();
    }

    private String noise(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return encode(noise);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
