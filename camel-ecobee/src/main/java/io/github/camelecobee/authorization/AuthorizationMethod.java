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

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How an account without a usable grant comes to one (ecobee page auth-intro). */
public enum AuthorizationMethod {
    /** A person types a PIN in ecobee's portal. */
    PIN("pin", "ask for a PIN.", "Authorize the account again: enter the next PIN, or ask for one now."),
    /** A person agrees in a browser, and ecobee sends the browser back with a code. */
    AUTHORIZATION_CODE("authorizationCode", "send the owner of the account to the address that authorizationUrl gives.",
                       "Authorize the account again: send its owner to the address that authorizationUrl gives."),
    /** A utility under contract logs in with user name and password, and again when the token has expired. */
    UTILITY("utility", "check the options username and password.", "Check the options username and password."),
    /** A refresh token that somebody else has obtained. */
    REFRESH_TOKEN("refreshToken", "give a refresh token in the option refreshToken, or a file in importFile.",
                  "Give a refresh token that works in the option refreshToken or importFile, and restart."),
    /** Somebody else owns the tokens. */
    TOKEN_SOURCE("tokenSource", "look after the token source.", "Look after the token source.");

    private final String optionName;
    private final String wayIn;
    private final String wayBack;

    AuthorizationMethod(String optionName, String wayIn, String wayBack) {
        this.optionName = optionName;
        this.wayIn = wayIn;
        this.wayBack = wayBack;
    }

    /**
     * The value of the option {@code authorizationMethod}.
     *
     * @return for example {@code authorizationCode}
     */
    public String optionName() {
        return optionName;
    }

    /**
     * Reads the option {@code authorizationMethod}.
     *
     * @param  text                     its value, in any letter case
     * @return                          the method
     * @throws IllegalArgumentException if there is none of that name, or if it is chosen in another way
     */
    public static AuthorizationMethod parse(String text) {
        List<AuthorizationMethod> allowed = List.of(PIN, AUTHORIZATION_CODE, UTILITY, REFRESH_TOKEN);
        return Arrays.stream(values()).filter(allowed::contains)
                .filter(method -> method.optionName.equalsIgnoreCase(text.strip())).findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "authorizationMethod: '" + text + "' is not allowed; give one of "
                                                                + allowed.stream().map(AuthorizationMethod::optionName)
                                                                        .collect(Collectors.joining(", "))));
    }

    /** What to do about an account that has never been authorized; the end of a sentence. */
    String wayIn() {
        return wayIn;
    }

    /** What to do about an account whose grant is gone; a sentence. */
    String wayBack() {
        return wayBack;
    }
}
