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
package io.github.camelecobee.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.account.Accounts;
import io.github.camelecobee.simulator.api.EcobeeApi;
import io.github.camelecobee.simulator.evidence.Usage;
import io.github.camelecobee.simulator.faults.FaultPlan;
import io.github.camelecobee.simulator.home.Home;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.oauth.AuthorizationServer;
import io.github.camelecobee.simulator.oauth.OAuthSettings;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.oauth.PinLifeUnit;
import io.github.camelecobee.simulator.oauth.WebApplications;
import io.github.camelecobee.simulator.requests.RequestLog;
import io.github.camelecobee.simulator.time.SimulatedClock;
import io.github.camelecobee.simulator.web.Cloud;
import io.github.camelecobee.simulator.web.WebServer;
import org.jspecify.annotations.Nullable;

/** Describes an {@link EcobeeSimulator}. Every value has a default that behaves as ecobee does. */
public final class EcobeeSimulatorBuilder {
    /** The characters of ecobee's tokens; a dot would look like a part of a JWT. */
    private static final Pattern TOKEN_PREFIX = Pattern.compile("[A-Za-z0-9_-]*");
    private static final int HIGHEST_PORT = 65_535;

    private int port;
    private SimulatedClock clock = SimulatedClock.real();
    private final Set<String> apiKeys = new LinkedHashSet<>();
    private Duration accessTokenLife = Duration.ofHours(1);
    private boolean rotateRefreshTokens;
    private Duration pinExpiresIn = Duration.ofMinutes(9);
    private PinLifeUnit pinLifeUnit = PinLifeUnit.MINUTES;
    private Duration pinInterval = Duration.ofSeconds(30);
    private PinApproval pinApproval = PinApproval.byHand();
    private String tokenPrefix = "";
    private int accessTokenSize;
    private @Nullable String grantedScope;
    private @Nullable List<Thermostat> thermostats;
    private final List<Account> accounts = new ArrayList<>();
    private final WebApplications webApplications = new WebApplications();
    private @Nullable Duration refreshTokenLife;
    private boolean opaqueAccessTokens;
    private int pageSize = 1000;
    private long seed = 1;
    private boolean smartHomeAway;

    EcobeeSimulatorBuilder() {
    }

    /**
     * The port on 127.0.0.1. Default 0: one that is free.
     *
     * @param  value                    0 to 65535
     * @return                          this
     * @throws IllegalArgumentException if it is no port
     */
    public EcobeeSimulatorBuilder port(int value) {
        require(value >= 0 && value <= HIGHEST_PORT, "A port is 0 to 65535, not " + value);
        port = value;
        return this;
    }

    /**
     * The time inside. Default: the real time.
     *
     * @param  value the clock
     * @return       this
     */
    public EcobeeSimulatorBuilder clock(SimulatedClock value) {
        clock = value;
        return this;
    }

    /**
     * Accepts an API key; call it again to accept several. Default: {@link EcobeeSimulator#DEFAULT_API_KEY} alone.
     *
     * @param  value                    the key, not blank
     * @return                          this
     * @throws IllegalArgumentException if it is blank
     */
    public EcobeeSimulatorBuilder apiKey(String value) {
        require(!value.isBlank(), "An API key cannot be blank");
        apiKeys.add(value);
        return this;
    }

    /**
     * How long an access token works. Default one hour; the answer says one second less, as ecobee's does.
     *
     * @param  value                    the life, by the {@linkplain SimulatedClock#outside() clock outside}, at least
     *                                  two seconds
     * @return                          this
     * @throws IllegalArgumentException if it is shorter
     */
    public EcobeeSimulatorBuilder accessTokenLife(Duration value) {
        require(value.toSeconds() >= 2, "An access token must live two seconds or more, not " + value);
        accessTokenLife = value;
        return this;
    }

    /**
     * Whether a refresh ends the old refresh token. Default no: it is returned again (token-refresh.shtml).
     *
     * @param  value whether they rotate
     * @return       this
     */
    public EcobeeSimulatorBuilder rotateRefreshTokens(boolean value) {
        rotateRefreshTokens = value;
        return this;
    }

    /**
     * How long a refresh token works. Default: for ever; ecobee's pages say that, a year, and 30 days.
     *
     * @param  value                    the life, by the {@linkplain SimulatedClock#outside() clock outside}, counted
     *                                  from when the token was first given out
     * @return                          this
     * @throws IllegalArgumentException if it is not positive
     */
    public EcobeeSimulatorBuilder refreshTokenLife(Duration value) {
        require(!value.isNegative() && !value.isZero(), "A refresh token must live some time, not " + value);
        refreshTokenLife = value;
        return this;
    }

    /**
     * Whether access tokens have 32 characters, as before December 2020, unless a client asks for
     * {@code ecobee_type=jwt}. Default no: they are JWTs.
     *
     * @param  value whether they are opaque
     * @return       this
     */
    public EcobeeSimulatorBuilder opaqueAccessTokens(boolean value) {
        opaqueAccessTokens = value;
        return this;
    }

    /**
     * Accepts an API key that is registered for authorization codes, not for PINs.
     *
     * @param  apiKey                   the key
     * @param  redirectUris             where codes may be sent: absolute {@code https} addresses without port; on this
     *                                  machine also {@code http} and any port
     * @return                          this
     * @throws IllegalArgumentException if an address is no such address
     */
    public EcobeeSimulatorBuilder webApplication(String apiKey, String... redirectUris) {
        webApplications.register(apiKey, List.of(redirectUris));
        return this;
    }

    /**
     * Adds an account. Default: one Smart account, "home", with the {@linkplain #thermostats thermostats} of this
     * builder. When there are both, "home" comes first. Who approves without saying for whom approves for the account
     * that has the {@linkplain Account#apiKey API key}, else for the first.
     *
     * @param  value the account
     * @return       this
     */
    public EcobeeSimulatorBuilder account(Account value) {
        accounts.add(value);
        return this;
    }

    /**
     * How long a PIN can be entered. Default nine minutes.
     *
     * @param  value                    the life, by the {@linkplain SimulatedClock#outside() clock outside}, at least a
     *                                  minute
     * @return                          this
     * @throws IllegalArgumentException if it is shorter
     */
    public EcobeeSimulatorBuilder pinExpiresIn(Duration value) {
        require(value.toMinutes() >= 1, "A PIN must live a minute or more, not " + value);
        pinExpiresIn = value;
        return this;
    }

    /**
     * The unit in which the answer to a PIN request says how long it lives. Default minutes (9); newer answers have
     * been seen in seconds (900, with an interval of 5).
     *
     * @param  value the unit
     * @return       this
     */
    public EcobeeSimulatorBuilder pinLifeUnit(PinLifeUnit value) {
        pinLifeUnit = value;
        return this;
    }

    /**
     * The least time between two polls. Default 30 seconds; whoever polls faster is told {@code slow_down}.
     *
     * @param  value                    by the {@linkplain SimulatedClock#outside() clock outside}, not negative
     * @return                          this
     * @throws IllegalArgumentException if it is negative
     */
    public EcobeeSimulatorBuilder pinInterval(Duration value) {
        require(!value.isNegative(), "A poll interval cannot be negative: " + value);
        pinInterval = value;
        return this;
    }

    /**
     * Who enters PINs. Default: somebody must, by hand.
     *
     * @param  value who
     * @return       this
     */
    public EcobeeSimulatorBuilder pinApproval(PinApproval value) {
        pinApproval = value;
        return this;
    }

    /**
     * What every secret given out contains near its beginning: access tokens, refresh tokens and codes. Search logs for
     * it to find leaks. Default empty.
     *
     * @param  value                    letters, digits, {@code -} and {@code _}
     * @return                          this
     * @throws IllegalArgumentException if it holds other characters
     */
    public EcobeeSimulatorBuilder tokenPrefix(String value) {
        require(TOKEN_PREFIX.matcher(value).matches(), "A token prefix has letters, digits, - and _ only");
        tokenPrefix = value;
        return this;
    }

    /**
     * The length of access tokens. Default: as they come, about 700 characters; ecobee's may have 7 KB.
     *
     * @param  value                    characters, not negative; less than the natural length has no effect
     * @return                          this
     * @throws IllegalArgumentException if it is negative or above 512 KB
     */
    public EcobeeSimulatorBuilder accessTokenSize(int value) {
        require(value >= 0 && value <= 512 * 1024, "An access token has 0 to 524288 characters, not " + value);
        accessTokenSize = value;
        return this;
    }

    /**
     * Grants a scope whatever was asked for, for example {@code smartRead} to an application that asked to write.
     * Default: what was asked for.
     *
     * @param  value the scope
     * @return       this
     */
    public EcobeeSimulatorBuilder grantedScope(String value) {
        grantedScope = value;
        return this;
    }

    /**
     * The thermostats of the account "home", in place of all before. Default {@link SampleThermostats#home()}.
     *
     * @param  value the thermostats; what one does not say is added
     * @return       this
     */
    public EcobeeSimulatorBuilder thermostats(List<Thermostat> value) {
        thermostats = new ArrayList<>(value);
        return this;
    }

    /**
     * Adds a thermostat; the first one replaces the default home.
     *
     * @param  value the thermostat, at least its identifier; what it does not say is added
     * @return       this
     */
    public EcobeeSimulatorBuilder thermostat(Thermostat value) {
        List<Thermostat> all = thermostats == null ? new ArrayList<>() : thermostats;
        all.add(value);
        thermostats = all;
        return this;
    }

    /**
     * How many thermostats one answer holds; ecobee does not publish its number. Default 1000.
     *
     * @param  value                    at least 1
     * @return                          this
     * @throws IllegalArgumentException if it is below 1
     */
    public EcobeeSimulatorBuilder pageSize(int value) {
        require(value >= 1, "A page holds one thermostat or more, not " + value);
        pageSize = value;
        return this;
    }

    /**
     * Decides weather and rooms: the same seed and the same clock give the same temperatures. Default 1.
     *
     * @param  value any number
     * @return       this
     */
    public EcobeeSimulatorBuilder seed(long value) {
        seed = value;
        return this;
    }

    /**
     * Whether Smart Home/Away works: thermostats whose setting {@code autoAway} is on then have events {@code autoAway}
     * and {@code autoHome} when people are not where the program says. After which times they come and go is our
     * choice, because ecobee publishes none. Default no.
     *
     * @param  value whether it works
     * @return       this
     */
    public EcobeeSimulatorBuilder smartHomeAway(boolean value) {
        smartHomeAway = value;
        return this;
    }

    /**
     * Starts the simulator.
     *
     * @return                          the running simulator; close it
     * @throws IllegalStateException    if the port is in use
     * @throws IllegalArgumentException if two thermostats have the same identifier, or one has none or no time zone; if
     *                                  two accounts or users have the same name, or two accounts the same API key
     */
    public EcobeeSimulator start() {
        Set<String> keys = new LinkedHashSet<>(apiKeys);
        accounts.forEach(account -> keys.addAll(account.apiKeys()));
        if (keys.isEmpty()) {
            keys.add(EcobeeSimulator.DEFAULT_API_KEY);
        }
        List<Account> opened = new ArrayList<>(accounts);
        if (opened.isEmpty() || thermostats != null) {
            opened.add(0, Account.smart("home").thermostats(thermostats == null ? SampleThermostats.home() : thermostats));
        }
        Home home = new Home(clock, opened.stream().flatMap(each -> each.thermostats().stream()).toList(), seed);
        if (smartHomeAway) {
            home.followPeople();
        }
        Accounts all = new Accounts(opened);
        AuthorizationServer authorization = new AuthorizationServer(
                clock.outside(), new OAuthSettings(
                        Set.copyOf(keys), accessTokenLife, rotateRefreshTokens, pinExpiresIn, pinLifeUnit, pinInterval,
                        pinApproval,
                        tokenPrefix, accessTokenSize, refreshTokenLife, opaqueAccessTokens, webApplications.copy(),
                        grantedScope),
                apiKey -> all.ofApiKey(apiKey).owner());
        Cloud cloud = new Cloud(
                clock, authorization, all, home, new EcobeeApi(authorization, all, home, pageSize),
                new FaultPlan(opened.stream().map(Account::name).toList()), new RequestLog(), new Usage());
        return new EcobeeSimulator(clock, cloud, WebServer.start(port, cloud));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
