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
import org.jspecify.annotations.Nullable;

/** The options of endpoints that are about management sets and groups. */
@UriParams
public abstract class EcobeeHierarchyOptions extends EcobeeJobOptions {
    @UriParam(label = "producer",
              description = "Path of the management set that operations on sets, users and thermostats of a hierarchy are about,"
                            + " for example /North/Hall.")
    private @Nullable String setPath;
    @UriParam(label = "producer", description = "Whether listSets and listUsers go down to the sets below.")
    private @Nullable Boolean recursive;
    @UriParam(label = "producer", description = "Whether listSets and listUsers tell the privileges.")
    private @Nullable Boolean includePrivileges;
    @UriParam(label = "producer", description = "Whether listSets tells the thermostats of each set.")
    private @Nullable Boolean includeThermostats;
    @UriParam(label = "producer",
              description = "Whether updateGroups may delete groups: ecobee deletes one that comes without thermostats.")
    private boolean allowDelete;

    /** Creates the defaults. */
    protected EcobeeHierarchyOptions() {
    }

    /**
     * See the option of this name.
     *
     * @return path of a management set, {@code null} when not given
     */
    public @Nullable String getSetPath() {
        return setPath;
    }

    /**
     * See the option of this name.
     *
     * @param setPath path of a management set
     */
    public void setSetPath(@Nullable String setPath) {
        this.setPath = setPath;
    }

    /**
     * See the option of this name.
     *
     * @return whether sets below are listed, {@code null} when not given
     */
    public @Nullable Boolean getRecursive() {
        return recursive;
    }

    /**
     * See the option of this name.
     *
     * @param recursive whether sets below are listed
     */
    public void setRecursive(@Nullable Boolean recursive) {
        this.recursive = recursive;
    }

    /**
     * See the option of this name.
     *
     * @return whether privileges are told, {@code null} when not given
     */
    public @Nullable Boolean getIncludePrivileges() {
        return includePrivileges;
    }

    /**
     * See the option of this name.
     *
     * @param includePrivileges whether privileges are told
     */
    public void setIncludePrivileges(@Nullable Boolean includePrivileges) {
        this.includePrivileges = includePrivileges;
    }

    /**
     * See the option of this name.
     *
     * @return whether thermostats are told, {@code null} when not given
     */
    public @Nullable Boolean getIncludeThermostats() {
        return includeThermostats;
    }

    /**
     * See the option of this name.
     *
     * @param includeThermostats whether thermostats are told
     */
    public void setIncludeThermostats(@Nullable Boolean includeThermostats) {
        this.includeThermostats = includeThermostats;
    }

    /**
     * See the option of this name.
     *
     * @return whether groups may be deleted
     */
    public boolean isAllowDelete() {
        return allowDelete;
    }

    /**
     * See the option of this name.
     *
     * @param allowDelete whether groups may be deleted
     */
    public void setAllowDelete(boolean allowDelete) {
        this.allowDelete = allowDelete;
    }
}
