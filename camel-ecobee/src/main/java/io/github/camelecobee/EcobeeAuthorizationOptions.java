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

import io.github.camelecobee.authorization.TokenSource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/** The options of the component that say how an account comes to its authorization. */
public abstract class EcobeeAuthorizationOptions extends HealthCheckComponent {
    @Metadata(label = "security", defaultValue = "pin", enums = "pin,authorizationCode,utility,refreshToken",
              description = "How an account without a grant comes to one. pin: a person types a PIN in ecobee's portal."
                            + " authorizationCode: a person agrees in the browser, for web applications. utility: a utility logs"
                            + " in with username and password. refreshToken: only by refreshToken or importFile. ecobee"
                            + " registers an API key for either pin or authorizationCode.")
    private String authorizationMethod = "pin";
    @Metadata(label = "security", secret = true,
              description = "Refresh token that was obtained elsewhere for the API key. It is used for the account of the option"
                            + " account, while nothing newer is stored; later the stored one counts.")
    private @Nullable String refreshToken;
    @Metadata(label = "security",
              description = "File of another program to take the refresh token from, while nothing is stored for the account of"
                            + " the option account: ecobee.conf of python-ecobee-api, or Pyecobee's fields as JSON. The file is"
                            + " not changed.")
    private @Nullable String importFile;
    @Metadata(label = "security", secret = true, description = "User name of a utility, for authorizationMethod utility.")
    private @Nullable String username;
    @Metadata(label = "security", secret = true, description = "Password of a utility, for authorizationMethod utility.")
    private @Nullable String password;
    @Metadata(label = "security,advanced", autowired = true,
              description = "Owner of the tokens, if it is not this component. Nothing is stored and refreshed then, no PIN is"
                            + " asked for, and apiKey and authorizationMethod do not count.")
    private @Nullable TokenSource tokenSource;

    /** Creates the defaults. */
    protected EcobeeAuthorizationOptions() {
    }

    /**
     * See the option of this name.
     *
     * @return how an account without a grant comes to one
     */
    public String getAuthorizationMethod() {
        return authorizationMethod;
    }

    /**
     * See the option of this name.
     *
     * @param authorizationMethod how an account without a grant comes to one
     */
    public void setAuthorizationMethod(String authorizationMethod) {
        this.authorizationMethod = authorizationMethod;
    }

    /**
     * See the option of this name.
     *
     * @return refresh token, a secret, {@code null} when not given
     */
    public @Nullable String getRefreshToken() {
        return refreshToken;
    }

    /**
     * See the option of this name.
     *
     * @param refreshToken refresh token, a secret
     */
    public void setRefreshToken(@Nullable String refreshToken) {
        this.refreshToken = refreshToken;
    }

    /**
     * See the option of this name.
     *
     * @return file of another program, {@code null} when not given
     */
    public @Nullable String getImportFile() {
        return importFile;
    }

    /**
     * See the option of this name.
     *
     * @param importFile file of another program
     */
    public void setImportFile(@Nullable String importFile) {
        this.importFile = importFile;
    }

    /**
     * See the option of this name.
     *
     * @return user name of a utility, {@code null} when not given
     */
    public @Nullable String getUsername() {
        return username;
    }

    /**
     * See the option of this name.
     *
     * @param username user name of a utility
     */
    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    /**
     * See the option of this name.
     *
     * @return password of a utility, a secret, {@code null} when not given
     */
    public @Nullable String getPassword() {
        return password;
    }

    /**
     * See the option of this name.
     *
     * @param password password of a utility, a secret
     */
    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    /**
     * See the option of this name.
     *
     * @return owner of the tokens, {@code null} for the component
     */
    public @Nullable TokenSource getTokenSource() {
        return tokenSource;
    }

    /**
     * See the option of this name.
     *
     * @param tokenSource owner of the tokens
     */
    public void setTokenSource(@Nullable TokenSource tokenSource) {
        this.tokenSource = tokenSource;
    }
}
