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
package io.github.camelecobee.karaf;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

/** What JMX shows of a Karaf. */
final class Management implements AutoCloseable {
    private static final Pattern LIVING = Pattern.compile(
            " (io\\.github\\.camelecobee\\.\\S*(Component|Endpoint|Consumer|Producer|Manager|Governor|Transport|Poller|Guard|Routes)"
                                                          + "|\\S+CamelContext)( |$)");

    private final JMXConnector connector;
    private final MBeanServerConnection server;

    /** Connects to a process of this machine. */
    @SuppressWarnings("BanJNDI") // The address is that of a process that the test started.
    Management(long pid) throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
        try {
            connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        server = connector.getMBeanServerConnection();
    }

    /** The names of the health checks of the Camel context of that name. */
    Object healthChecks(String context) throws IOException, JMException {
        return server.getAttribute(only("org.apache.camel:type=health,*", context), "HealthChecksIDs");
    }

    /** The health checks of the Camel context of that name with their state: one that is UP, or all that are DOWN. */
    List<String> health(String context) throws IOException, JMException {
        ObjectName health = only("org.apache.camel:type=health,*", context);
        TabularData details = (TabularData) server.invoke(health, "details", new Object[0], new String[0]);
        return rows(details).map(row -> row.get("id") + " " + row.get("state")).sorted().toList();
    }

    /** The beans that Camel has there. */
    Set<ObjectName> camelBeans() throws IOException, JMException {
        return server.queryNames(new ObjectName("org.apache.camel:*"), null);
    }

    /** The names of the threads. */
    List<String> threads() throws IOException {
        ThreadMXBean threads = ManagementFactory.newPlatformMXBeanProxy(
                server, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds())).filter(Objects::nonNull)
                .map(thread -> thread.getThreadName()).toList();
    }

    /** What is left of components, endpoints, consumers, authorizations and contexts after a collection of garbage. */
    List<String> leftovers() throws IOException, JMException {
        Object histogram = server.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                new Object[] { new String[0] }, new String[] { String[].class.getName() });
        return histogram.toString().lines().filter(line -> LIVING.matcher(line).find()).toList();
    }

    private ObjectName only(String pattern, String context) throws IOException, JMException {
        return server.queryNames(new ObjectName(pattern), null).stream()
                .filter(name -> name.getKeyProperty("context").contains(context)).findFirst().orElseThrow();
    }

    private static Stream<CompositeData> rows(TabularData table) {
        return table.values().stream().map(CompositeData.class::cast);
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
