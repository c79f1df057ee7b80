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

import io.github.camelecobee.operation.ResultBody;
import io.github.camelecobee.operation.Validation;
import io.github.camelecobee.operation.WriteOptions;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of endpoints that change thermostats, but for the parameters of what they do. */
@UriParams
public abstract class EcobeeWriteOptions extends EcobeeConsumerOptions {
    @UriParam(label = "producer", defaultValue = "0", javaType = "java.time.Duration",
              description = "The shortest time between two changes of a thermostat by the component, 30s for example, 0 for no"
                            + " limit. A change that comes too early waits without holding a thread. While a setHold waits, a"
                            + " later one for the same thermostats takes its place, and the earlier exchange ends with outcome"
                            + " SUPERSEDED. Only for thermostats that are named by identifier.")
    private long writeInterval;
    @UriParam(label = "producer", defaultValue = "known", enums = "none,known,read",
              description = "How much is looked at before a change is sent: none, nothing of the thermostat; "
                            + "known, what consumers of the account already know of it, without asking ecobee; read, "
                            + "the thermostat is read before, one more request for 25 thermostats. What ecobee "
                            + "refuses of every thermostat is refused here in any case.")
    private Validation validation = Validation.KNOWN;
    @UriParam(label = "producer",
              description = "Whether the thermostats are read after a change and compared with what was asked for. "
                            + "ecobee clamps, ignores and overrules without a word. That also settles whether a "
                            + "change was applied whose answer did not come.")
    private boolean verify;
    @UriParam(label = "producer", defaultValue = "true",
              description = "With verify: whether the exchange fails with EcobeeNotAppliedException when something "
                            + "else is there than was asked for. If not, the header CamelEcobeeAdjustments tells.")
    private boolean failOnAdjusted = true;
    @UriParam(label = "producer", defaultValue = "true",
              description = "Whether the exchange fails with EcobeePartlyAppliedException when a change was "
                            + "applied to some of its thermostats only. If not, the body becomes a list with the "
                            + "outcome of each.")
    private boolean failOnPartial = true;
    @UriParam(label = "producer",
              description = "Whether a change is only built and checked, and not sent. The body becomes the JSON "
                            + "of the requests.")
    private boolean dryRun;
    @UriParam(label = "producer", defaultValue = "request", enums = "request,thermostats,outcomes",
              description = "What the body is after a change: request, what it was; thermostats, the thermostats "
                            + "as they are now, which are read once more, with the parts of the option include; "
                            + "outcomes, a list with the outcome of each thermostat.")
    private ResultBody resultBody = ResultBody.REQUEST;

    /** For the configuration. */
    protected EcobeeWriteOptions() {
    }

    /** How a change is made. */
    WriteOptions writeOptions() {
        return new WriteOptions(validation, verify, failOnAdjusted, failOnPartial, dryRun, resultBody);
    }

    /**
     * See the option of this name.
     *
     * @return shortest time between two changes of a thermostat, in milliseconds; 0 for no limit
     */
    public long getWriteInterval() {
        return writeInterval;
    }

    /**
     * See the option of this name.
     *
     * @param writeInterval shortest time between two changes of a thermostat, in milliseconds; 0 for no limit
     */
    public void setWriteInterval(long writeInterval) {
        this.writeInterval = writeInterval;
    }

    /**
     * See the option of this name.
     *
     * @return how much is looked at before a change
     */
    public Validation getValidation() {
        return validation;
    }

    /**
     * See the option of this name.
     *
     * @param validation how much is looked at before a change
     */
    public void setValidation(Validation validation) {
        this.validation = validation;
    }

    /**
     * See the option of this name.
     *
     * @return whether thermostats are read after a change
     */
    public boolean isVerify() {
        return verify;
    }

    /**
     * See the option of this name.
     *
     * @param verify whether thermostats are read after a change
     */
    public void setVerify(boolean verify) {
        this.verify = verify;
    }

    /**
     * See the option of this name.
     *
     * @return whether an adjusted change is a failure
     */
    public boolean isFailOnAdjusted() {
        return failOnAdjusted;
    }

    /**
     * See the option of this name.
     *
     * @param failOnAdjusted whether an adjusted change is a failure
     */
    public void setFailOnAdjusted(boolean failOnAdjusted) {
        this.failOnAdjusted = failOnAdjusted;
    }

    /**
     * See the option of this name.
     *
     * @return whether a change of some thermostats only is a failure
     */
    public boolean isFailOnPartial() {
        return failOnPartial;
    }

    /**
     * See the option of this name.
     *
     * @param failOnPartial whether a change of some thermostats only is a failure
     */
    public void setFailOnPartial(boolean failOnPartial) {
        this.failOnPartial = failOnPartial;
    }

    /**
     * See the option of this name.
     *
     * @return whether nothing is sent
     */
    public boolean isDryRun() {
        return dryRun;
    }

    /**
     * See the option of this name.
     *
     * @param dryRun whether nothing is sent
     */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    /**
     * See the option of this name.
     *
     * @return what the body is after a change
     */
    public ResultBody getResultBody() {
        return resultBody;
    }

    /**
     * See the option of this name.
     *
     * @param resultBody what the body is after a change
     */
    public void setResultBody(ResultBody resultBody) {
        this.resultBody = resultBody;
    }
}
