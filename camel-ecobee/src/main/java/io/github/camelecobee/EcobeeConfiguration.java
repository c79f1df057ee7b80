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

import java.util.Map;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of endpoints. Set on the component they are the default of every endpoint. */
@Configurer
@UriParams
public class EcobeeConfiguration extends EcobeeProducerOptions implements Cloneable {
    /** Name of the account when none is given. */
    public static final String DEFAULT_ACCOUNT = "default";

    @UriParam(label = "common", defaultValue = DEFAULT_ACCOUNT,
              description = "Name of the ecobee account. The name is yours: it tells the accounts of one application apart, each"
                            + " with an authorization of its own. All feeds take several, comma-separated, or an asterisk for all"
                            + " accounts that have been authorized, whenever that was; so does the consumer authorization, and"
                            + " authorizationStatus takes the asterisk.")
    private @Nullable String account;
    @UriParam(label = "common",
              description = "Identifiers (serial numbers) of the thermostats, comma-separated. Without it, and without"
                            + " managementSet, every thermostat registered to the account is read; what changes thermostats must"
                            + " be told which.")
    private @Nullable String thermostatIds;
    @UriParam(label = "common",
              description = "Path of a management set, / for all thermostats, for EMS and utility accounts.")
    private @Nullable String managementSet;
    @UriParam(label = "common",
              defaultValue = "runtime,settings,events,program,sensors,equipmentStatus,alerts,location",
              description = "For thermostats and getThermostats: parts of a thermostat to read, comma-separated, of: runtime,"
                            + " extendedRuntime, electricity,"
                            + " settings, location, program, events, device, technician, utility, management, alerts, reminders,"
                            + " weather, houseDetails, oemCfg, equipmentStatus, notificationSettings, privacy, version,"
                            + " securitySettings, sensors, audio, energy, capabilities. The consumer delivers a thermostat when"
                            + " the revision of one of these parts moved. The other feeds read what they need.")
    private @Nullable String include;
    @UriParam(label = "producer,security",
              description = "Where authorizationUrl has ecobee send the browser back: an absolute https address, registered for"
                            + " the application, without port, of at most 255 characters. On the loopback interface http and a"
                            + " port are allowed.")
    private @Nullable String redirectUri;

    /** Creates a configuration with the defaults. */
    public EcobeeConfiguration() {
    }

    /**
     * Copies the configuration.
     *
     * @return an independent copy; the cursor repository is shared
     */
    public EcobeeConfiguration copy() {
        try {
            return (EcobeeConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    @Override
    Map<String, Object> parameters() {
        Map<String, Object> given = super.parameters();
        if (thermostatIds != null) {
            given.put("thermostats", thermostatIds);
        }
        return given;
    }

    /**
     * See the option of this name.
     *
     * @return name of the account, {@code null} when not given
     */
    public @Nullable String getAccount() {
        return account;
    }

    /**
     * See the option of this name.
     *
     * @param account name of the account
     */
    public void setAccount(@Nullable String account) {
        this.account = account;
    }

    /**
     * See the option of this name.
     *
     * @return identifiers, comma-separated, {@code null} when not given
     */
    public @Nullable String getThermostatIds() {
        return thermostatIds;
    }

    /**
     * See the option of this name.
     *
     * @param thermostatIds identifiers, comma-separated
     */
    public void setThermostatIds(@Nullable String thermostatIds) {
        this.thermostatIds = thermostatIds;
    }

    /**
     * See the option of this name.
     *
     * @return path of a management set, {@code null} when not given
     */
    public @Nullable String getManagementSet() {
        return managementSet;
    }

    /**
     * See the option of this name.
     *
     * @param managementSet path of a management set
     */
    public void setManagementSet(@Nullable String managementSet) {
        this.managementSet = managementSet;
    }

    /**
     * See the option of this name.
     *
     * @return parts to read, comma-separated, {@code null} when not given
     */
    public @Nullable String getInclude() {
        return include;
    }

    /**
     * See the option of this name.
     *
     * @param include parts to read, comma-separated
     */
    public void setInclude(@Nullable String include) {
        this.include = include;
    }

    /**
     * See the option of this name.
     *
     * @return where ecobee sends the browser back, {@code null} when not given
     */
    public @Nullable String getRedirectUri() {
        return redirectUri;
    }

    /**
     * See the option of this name.
     *
     * @param redirectUri where ecobee sends the browser back
     */
    public void setRedirectUri(@Nullable String redirectUri) {
        this.redirectUri = redirectUri;
    }

}
