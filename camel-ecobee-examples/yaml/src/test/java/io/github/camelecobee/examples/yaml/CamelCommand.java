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
package io.github.camelecobee.examples.yaml;

/** What the command camel is: the CLI has no main class of its own. */
public final class CamelCommand {
    private CamelCommand() {
    }

    /** The arguments of the command line. */
    public static void main(String[] arguments) throws Exception {
        // It is not on the class path of the tests, only on that of the process that runs this.
        Class.forName("org.apache.camel.dsl.jbang.core.commands.CamelJBangMain").getMethod("run", String[].class)
                .invoke(null, (Object) arguments);
    }
}
