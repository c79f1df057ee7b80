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

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.authorization.Authorization;
import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.client.GovernorStatus;
import io.github.camelecobee.console.ManagedEcobee;
import io.github.camelecobee.console.OperationCount;
import io.github.camelecobee.console.ParkedDelivery;
import io.github.camelecobee.console.ReportProgress;
import org.apache.camel.Endpoint;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.jspecify.annotations.Nullable;

/**
 * Component {@code ecobee}. One component stands for one ecobee application: one API key, one grant store, one
 * authorization for each account. Two components share nothing.
 * <p>
 * Starting it, or a route of it, waits neither for the network nor for a person.
 */
@Component("ecobee")
@ManagedResource(description = "Managed ecobee component")
public class EcobeeComponent extends EcobeeConnectionOptions implements ManagedEcobee {

    @Metadata(description = "Defaults for the options of endpoints.")
    private EcobeeConfiguration configuration = new EcobeeConfiguration();
    @Metadata(label = "security", secret = true,
              description = "API key of the application, also called client id. ecobee gives out no new keys since March 2024;"
                            + " keys that exist keep working.")
    private @Nullable String apiKey;
    @Metadata(label = "security", defaultValue = "smartWrite",
              description = "What to ask the user for: smartRead to read, smartWrite to read and change, ems for EMS accounts; several"
                            + " separated by commas. What is granted may differ.")
    private String scope = "smartWrite";
    @Metadata(label = "security",
              description = "Accounts whose thermostats are never changed, whatever was granted: names, comma-separated, or an"
                            + " asterisk for all. Producers that change something refuse, except with dryRun.")
    private @Nullable String readOnlyAccounts;
    @Metadata(label = "security",
              description = "File in which grants are kept, readable by its owner only. By default .camel-ecobee/grants.json in"
                            + " the home folder of the user the process runs as.")
    private @Nullable String grantFile;
    @Metadata(label = "security,advanced", autowired = true,
              description = "Where grants are kept, instead of a file.")
    private @Nullable GrantStore grantStore;
    @Metadata(label = "security",
              description = "File with the key that grants are encrypted with, readable by its owner only. Needs"
                            + " com.google.crypto.tink:tink. Without a key, tokens are kept in the clear.")
    private @Nullable String grantKeyFile;
    @Metadata(label = "security",
              description = "Name of the environment variable with the key that grants are encrypted with, instead of a file.")
    private @Nullable String grantKeyVariable;
    // Not autowired: a clock that an application has for its own ends, a fixed one perhaps, must not decide on tokens.
    @Metadata(label = "advanced", description = "Clock to tell the time by. By default the system's.")
    private @Nullable Clock clock;

    @Metadata(label = "advanced",
              description = "Keeps requests within ecobee's limits. By default each component has one of its own; components with"
                            + " the same API key should share one.")
    private @Nullable Governor governor;

    private final Backend backend = new Backend(this);

    /** Creates a component with the defaults; {@code apiKey} must be set before a route starts. */
    public EcobeeComponent() {
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        EcobeeConfiguration own = configuration.copy();
        // Two ways to say one thing: the endpoint's replaces the component's, whichever it is.
        own.setThermostatIds(null);
        own.setManagementSet(null);
        EcobeeEndpoint endpoint = new EcobeeEndpoint(uri, this, EcobeeOperation.parse(remaining), own);
        boolean toSend = !endpoint.getOperation().isConsumer();
        if (toSend) {
            // For a consumer they are a filter of what was chosen.
            own.setGroups(null);
        }
        boolean ownAccount = parameters.containsKey("account");
        ReportOptions.checkGiven(endpoint.getOperation(), parameters.keySet());
        setProperties(endpoint, parameters);
        if (ownAccount) {
            OptionCheck.checkAccounts(own, endpoint.getOperation());
        }
        if (toSend) {
            OptionCheck.checkOneSelection(own);
        }
        boolean ownGroups = toSend && own.getGroups() != null;
        if (own.getThermostatIds() == null && own.getManagementSet() == null && !ownGroups) {
            own.setThermostatIds(configuration.getThermostatIds());
            own.setManagementSet(configuration.getManagementSet());
            own.setGroups(toSend ? configuration.getGroups() : own.getGroups());
        }
        OptionCheck.check(own, endpoint.getOperation());
        return endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        backend.permit();
    }

    @Override
    protected void doStop() throws Exception {
        backend.close();
        super.doStop();
    }

    /**
     * The authorization of an account.
     *
     * @param  account                  name of the account
     * @return                          its authorization, the same for each call
     * @throws IllegalArgumentException if an option of the component is missing or wrong
     */
    public Authorization authorization(String account) {
        return authorizations().authorization(account);
    }

    AuthorizationManager authorizations() {
        return backend.authorizations();
    }

    /**
     * Speaks to ecobee for an account, for code beside routes.
     *
     * @param  account                  name of the account
     * @return                          a client that shares connections and authorization with the routes
     * @throws IllegalArgumentException if an option of the component is missing or wrong
     */
    public EcobeeClient client(String account) {
        return backend.client(account);
    }

    @Override
    public Map<String, Long> requests() {
        return backend.requests();
    }

    @Override
    public List<AuthorizationStatus> authorizationStatuses() {
        return backend.statuses();
    }

    @Override
    public void requestPin(String account) {
        var unused = authorization(account).requestPin();
    }

    @Override
    public List<ReportProgress> reports() {
        return backend.reports();
    }

    @Override
    public GovernorStatus governorStatus() {
        return backend.governor().status();
    }

    @Override
    public List<ParkedDelivery> parkedDeliveries() {
        return backend.parking().newest();
    }

    @Override
    public long parkedTotal() {
        return backend.parking().total();
    }

    @Override
    public List<OperationCount> operations() {
        return backend.activity().counts();
    }

    @Override
    public int writesWaiting() {
        return backend.waiting().waiting();
    }

    Backend backend() {
        return backend;
    }

    Governor effectiveGovernor() {
        return backend.governor();
    }

    Clock effectiveClock() {
        return clock == null ? Clock.systemUTC() : clock;
    }

    /**
     * See the option of this name.
     *
     * @return names of accounts, {@code null} for none
     */
    public @Nullable String getReadOnlyAccounts() {
        return readOnlyAccounts;
    }

    /**
     * See the option of this name.
     *
     * @param  readOnlyAccounts         names of accounts, comma-separated, or {@code *}
     * @throws IllegalArgumentException if a name is blank
     */
    public void setReadOnlyAccounts(@Nullable String readOnlyAccounts) {
        ReadOnlyAccounts.parse(readOnlyAccounts);
        this.readOnlyAccounts = readOnlyAccounts;
    }

    /**
     * See the option of this name.
     *
     * @return defaults for the options of endpoints
     */
    public EcobeeConfiguration getConfiguration() {
        return configuration;
    }

    /**
     * See the option of this name.
     *
     * @param configuration defaults for the options of endpoints
     */
    public void setConfiguration(EcobeeConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * See the option of this name.
     *
     * @return API key, a secret, {@code null} when not given
     */
    public @Nullable String getApiKey() {
        return apiKey;
    }

    /**
     * See the option of this name.
     *
     * @param apiKey API key, a secret
     */
    public void setApiKey(@Nullable String apiKey) {
        this.apiKey = apiKey;
    }

    /**
     * See the option of this name.
     *
     * @return what to ask the user for
     */
    public String getScope() {
        return scope;
    }

    /**
     * See the option of this name.
     *
     * @param scope what to ask the user for
     */
    public void setScope(String scope) {
        this.scope = scope;
    }

    /**
     * See the option of this name.
     *
     * @return file in which grants are kept, {@code null} when not given
     */
    public @Nullable String getGrantFile() {
        return grantFile;
    }

    /**
     * See the option of this name.
     *
     * @param grantFile file in which grants are kept
     */
    public void setGrantFile(@Nullable String grantFile) {
        this.grantFile = grantFile;
    }

    /**
     * See the option of this name.
     *
     * @return where grants are kept, {@code null} when not given
     */
    public @Nullable GrantStore getGrantStore() {
        return grantStore;
    }

    /**
     * See the option of this name.
     *
     * @param grantStore where grants are kept
     */
    public void setGrantStore(@Nullable GrantStore grantStore) {
        this.grantStore = grantStore;
    }

    /**
     * See the option of this name.
     *
     * @return file with the key that grants are encrypted with, {@code null} when not given
     */
    public @Nullable String getGrantKeyFile() {
        return grantKeyFile;
    }

    /**
     * See the option of this name.
     *
     * @param grantKeyFile file with the key that grants are encrypted with
     */
    public void setGrantKeyFile(@Nullable String grantKeyFile) {
        this.grantKeyFile = grantKeyFile;
    }

    /**
     * See the option of this name.
     *
     * @return name of the environment variable with the key, {@code null} when not given
     */
    public @Nullable String getGrantKeyVariable() {
        return grantKeyVariable;
    }

    /**
     * See the option of this name.
     *
     * @param grantKeyVariable name of the environment variable with the key that grants are encrypted with
     */
    public void setGrantKeyVariable(@Nullable String grantKeyVariable) {
        this.grantKeyVariable = grantKeyVariable;
    }

    /**
     * See the option of this name.
     *
     * @return clock to tell the time by, {@code null} when not given
     */
    public @Nullable Clock getClock() {
        return clock;
    }

    /**
     * See the option of this name.
     *
     * @param clock clock to tell the time by
     */
    public void setClock(@Nullable Clock clock) {
        this.clock = clock;
    }

    /**
     * See the option of this name.
     *
     * @return what keeps requests within ecobee's limits, {@code null} when not given
     */
    public @Nullable Governor getGovernor() {
        return governor;
    }

    /**
     * See the option of this name.
     *
     * @param governor what keeps requests within ecobee's limits
     */
    public void setGovernor(@Nullable Governor governor) {
        this.governor = governor;
    }
}
