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
package io.github.camelecobee.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelecobee.authorization.AuthorizationStatus;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.json.JsonObject;

/**
 * The developer console {@code ecobee}: where each account of each ecobee component stands, how far reports are read,
 * what routes wrote, read and polled with what outcome, and how many requests were made and are left. Text and JSON
 * tell the same. The option {@code account} shows one account only.
 */
@DevConsole(name = "ecobee", displayName = "ecobee", description = "Accounts, authorization and requests of ecobee")
@Configurer(extended = true)
public class EcobeeDevConsole extends AbstractDevConsole {
    /** The option that names the only account to show. */
    public static final String ACCOUNT = "account";

    /** Camel creates it. */
    public EcobeeDevConsole() {
        super("camel", "ecobee", "ecobee", "Accounts, authorization and requests of ecobee");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        components().forEach((name, insight) -> {
            text.append("Component ").append(name).append('\n');
            for (AuthorizationStatus status : statuses(insight, options)) {
                text.append(String.format(Locale.ROOT, "%n    Account %s: %s since %s. %s%n", status.account(),
                        status.state(), status.since(), status.nextStep()));
                StatusFields.of(status).forEach((field, value) -> text
                        .append(String.format(Locale.ROOT, "        %s: %s%n", field, value)));
            }
            text.append("\n    Requests\n");
            insight.requests().forEach((request, count) -> text
                    .append(String.format(Locale.ROOT, "        %s: %d%n", request, count)));
            for (OperationCount.Kind kind : OperationCount.Kind.values()) {
                text.append(String.format(Locale.ROOT, "%n    %s%n", StringHelper.capitalize(kind.plural())));
                insight.operations().stream().filter(each -> each.kind() == kind).forEach(each -> text.append(
                        String.format(Locale.ROOT, "        %s %s: %d%n", each.operation(), each.outcome(), each.count())));
            }
            text.append(String.format(Locale.ROOT, "%n    Waiting writes: %d%n", insight.writesWaiting()));
            for (ReportProgress report : reports(insight, options)) {
                text.append(String.format(Locale.ROOT, "%n    Route %s: %d %% of %s of account %s%n", report.route(),
                        report.percent(), report.report(), report.account()));
                StatusFields.of(report).forEach((field, value) -> text
                        .append(String.format(Locale.ROOT, "        %s: %s%n", field, value)));
            }
            text.append("\n    Limits\n");
            StatusFields.of(insight.governorStatus()).forEach((field, value) -> text
                    .append(String.format(Locale.ROOT, "        %s: %s%n", field, value)));
            text.append("\n    Parked deliveries: ").append(insight.parkedTotal()).append('\n');
            insight.parkedDeliveries().forEach(parked -> text
                    .append(String.format(Locale.ROOT, "        %s%n", StatusFields.of(parked))));
        });
        return text.isEmpty() ? "There is no ecobee component in this context\n" : text.toString();
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject root = new JsonObject();
        List<JsonObject> all = new ArrayList<>();
        components().forEach((name, insight) -> {
            JsonObject component = new JsonObject();
            component.put("component", name);
            component.put("accounts", statuses(insight, options).stream().map(StatusFields::of).map(JsonObject::new).toList());
            component.put("requests", new JsonObject(insight.requests()));
            for (OperationCount.Kind kind : OperationCount.Kind.values()) {
                component.put(kind.plural(), counts(insight, kind));
            }
            component.put("writesWaiting", insight.writesWaiting());
            component.put("reports", reports(insight, options).stream().map(StatusFields::of).map(JsonObject::new).toList());
            component.put("limits", new JsonObject(StatusFields.of(insight.governorStatus())));
            component.put("parkedTotal", insight.parkedTotal());
            component.put("parked",
                    insight.parkedDeliveries().stream().map(StatusFields::of).map(JsonObject::new).toList());
            all.add(component);
        });
        root.put("components", all);
        return root;
    }

    private static List<AuthorizationStatus> statuses(EcobeeInsight insight, Map<String, Object> options) {
        Object wanted = options.get(ACCOUNT);
        return insight.authorizationStatuses().stream().filter(status -> wanted == null || wanted.equals(status.account()))
                .toList();
    }

    private static List<ReportProgress> reports(EcobeeInsight insight, Map<String, Object> options) {
        Object wanted = options.get(ACCOUNT);
        return insight.reports().stream().filter(report -> wanted == null || wanted.equals(report.account())).toList();
    }

    /** By operation, and then by outcome. */
    private static JsonObject counts(EcobeeInsight insight, OperationCount.Kind kind) {
        JsonObject counts = new JsonObject();
        for (OperationCount each : insight.operations()) {
            if (each.kind() == kind) {
                ((JsonObject) counts.computeIfAbsent(each.operation(), name -> new JsonObject()))
                        .put(each.outcome(), each.count());
            }
        }
        return counts;
    }

    private Map<String, EcobeeInsight> components() {
        Map<String, EcobeeInsight> found = new TreeMap<>();
        for (String name : getCamelContext().getComponentNames()) {
            if (getCamelContext().hasComponent(name) instanceof EcobeeInsight insight) {
                found.put(name, insight);
            }
        }
        return found;
    }
}
