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

/** The options of endpoints that are about report jobs. */
@UriParams
public abstract class EcobeeJobOptions extends EcobeeWriteOptions {
    private static final long DEFAULT_COMPLETION_TIMEOUT = 3_600_000;
    private static final long DEFAULT_MAX_BUNDLE_SIZE = 1_073_741_824;

    @UriParam(label = "producer",
              description = "Whether getRuntimeReportJobs waits until none of the jobs is waiting or under way. It asks every five"
                            + " minutes, and its thread waits.")
    private boolean waitForCompletion;
    @UriParam(label = "producer", defaultValue = "" + DEFAULT_COMPLETION_TIMEOUT, javaType = "java.time.Duration",
              description = "How long getRuntimeReportJobs waits at most; the message then has the jobs as they are.")
    private long completionTimeout = DEFAULT_COMPLETION_TIMEOUT;
    @UriParam(label = "producer", defaultValue = "" + DEFAULT_MAX_BUNDLE_SIZE,
              description = "Largest bundle that downloadRuntimeReportJob fetches, in bytes.")
    private long maxBundleSize = DEFAULT_MAX_BUNDLE_SIZE;

    /** Creates the defaults. */
    protected EcobeeJobOptions() {
    }

    /**
     * See the option of this name.
     *
     * @return whether to wait
     */
    public boolean isWaitForCompletion() {
        return waitForCompletion;
    }

    /**
     * See the option of this name.
     *
     * @param waitForCompletion whether to wait
     */
    public void setWaitForCompletion(boolean waitForCompletion) {
        this.waitForCompletion = waitForCompletion;
    }

    /**
     * See the option of this name.
     *
     * @return milliseconds to wait at most
     */
    public long getCompletionTimeout() {
        return completionTimeout;
    }

    /**
     * See the option of this name.
     *
     * @param completionTimeout milliseconds to wait at most
     */
    public void setCompletionTimeout(long completionTimeout) {
        this.completionTimeout = completionTimeout;
    }

    /**
     * See the option of this name.
     *
     * @return bytes
     */
    public long getMaxBundleSize() {
        return maxBundleSize;
    }

    /**
     * See the option of this name.
     *
     * @param maxBundleSize bytes
     */
    public void setMaxBundleSize(long maxBundleSize) {
        this.maxBundleSize = maxBundleSize;
    }
}
