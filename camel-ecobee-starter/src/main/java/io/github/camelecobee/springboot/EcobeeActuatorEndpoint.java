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
package io.github.camelecobee.springboot;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.console.EcobeeDevConsole;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.console.DevConsole.MediaType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * The endpoint {@code ecobee}: shows what the developer console of the component shows, which asks ecobee for nothing
 * and has no secret in it, and gets a PIN for an account. Over JMX the component has the same itself.
 */
@WebEndpoint(id = "ecobee")
public class EcobeeActuatorEndpoint {
    private static final String COMPONENT = "ecobee";
    private static final long LONGEST_WAIT = 30;

    private final CamelContext camel;
    private final EcobeeDevConsole console = new EcobeeDevConsole();

    /**
     * Creates it.
     *
     * @param camel has the components
     */
    public EcobeeActuatorEndpoint(CamelContext camel) {
        this.camel = camel;
        console.setCamelContext(camel);
    }

    /**
     * What is known of each component.
     *
     * @return as the developer console has it
     */
    @ReadOperation
    public Object components() {
        return console.call(MediaType.JSON, Map.of());
    }

    /**
     * What is known of an account.
     *
     * @param  account its name
     * @return         as the developer console has it
     */
    @ReadOperation
    public Object account(@Selector String account) {
        return console.call(MediaType.JSON, Map.of(EcobeeDevConsole.ACCOUNT, account));
    }

    /**
     * Asks ecobee for a new PIN, for an account of the only component.
     *
     * @param  account its name
     * @return         where the account stands then, with the PIN
     */
    @WriteOperation
    public WebEndpointResponse<Map<String, Object>> requestPin(@Selector String account) {
        TreeSet<String> names = new TreeSet<>(camel.getComponentNames());
        names.removeIf(name -> component(name) == null);
        return names.size() > 1
                ? refuse("There are several components, " + names + "; name one, as in " + names.first() + "/" + account)
                : requestPin(names.isEmpty() ? COMPONENT : names.first(), account);
    }

    /**
     * Asks ecobee for a new PIN.
     *
     * @param  component the name of the component
     * @param  account   the name of the account
     * @return           where the account stands then, with the PIN
     */
    @WriteOperation
    public WebEndpointResponse<Map<String, Object>> requestPin(@Selector String component, @Selector String account) {
        EcobeeComponent asked = component(component);
        if (asked == null) {
            return refuse("There is no ecobee component '" + component + "'");
        }
        if (account.isBlank() || account.equals("*") || account.contains(",")) {
            return refuse("account: '" + account + "' is not allowed; give the name of one account");
        }
        try {
            // Nobody waits longer for the answer; it comes all the same, and shows then.
            asked.authorization(account).requestPin().thenRun(() -> {
            }).toCompletableFuture().completeOnTimeout(null, LONGEST_WAIT, TimeUnit.SECONDS).join();
            return new WebEndpointResponse<>(shown(component, account));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable EcobeeComponent component(String name) {
        // Before anybody has used the component it is not there yet.
        Component found = COMPONENT.equals(name) ? camel.getComponent(name) : camel.hasComponent(name);
        return found instanceof EcobeeComponent ecobee ? ecobee : null;
    }

    private Map<String, Object> shown(String component, String account) {
        return list(account(account), "components").stream().filter(each -> component.equals(each.get("component")))
                .flatMap(each -> list(each, "accounts").stream()).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object object, String field) {
        return Objects.requireNonNull((List<Map<String, Object>>) ((Map<String, Object>) object).get(field));
    }

    private static WebEndpointResponse<Map<String, Object>> refuse(String reason) {
        return new WebEndpointResponse<>(Map.of("error", reason), WebEndpointResponse.STATUS_BAD_REQUEST);
    }
}
