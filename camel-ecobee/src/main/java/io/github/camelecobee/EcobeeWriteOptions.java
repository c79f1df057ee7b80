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

    /** For the configuration. */
    protected EcobeeWriteOptions() {
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
}
