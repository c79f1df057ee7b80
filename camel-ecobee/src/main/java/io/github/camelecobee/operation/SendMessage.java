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
package io.github.camelecobee.operation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.SendMessageParams;
import io.github.camelecobee.model.Thermostat;

/** Shows a message on thermostats: an alert of type message (SendMessage.shtml). */
public final class SendMessage implements ThermostatFunction {
    /** ecobee cuts off what is longer, without a word. */
    private static final int LONGEST = 500;

    /** Creates it. */
    public SendMessage() {
    }

    @Override
    public String type() {
        return "sendMessage";
    }

    @Override
    public Class<SendMessageParams> paramsType() {
        return SendMessageParams.class;
    }

    @Override
    public String textParameter() {
        return "text";
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        Parameter text = given.get("text")
                .orElseThrow(() -> new IllegalArgumentException(
                        "sendMessage: a text is needed, in the body or as header"
                                                                + " CamelEcobeeText or option text"));
        String shown = text.text(0, Integer.MAX_VALUE);
        int length = shown.codePointCount(0, shown.length());
        if (length == 0 || length > LONGEST) {
            throw new IllegalArgumentException(
                    text.place() + ": the text has " + length + " characters; give 1 to " + LONGEST);
        }
        return List.of(Functions.function(type(), new SendMessageParams().withText(shown)));
    }

    @Override
    public Set<Include> readBack() {
        return EnumSet.of(Include.ALERTS);
    }

    /** The same may have been shown before. */
    @Override
    public boolean comparesWithBefore() {
        return true;
    }

    @Override
    public List<Adjustment> compare(Function sent, Facts before, Thermostat after) {
        String text = EcobeeJson.convert(sent.getParams(), SendMessageParams.class).getText();
        long shown = before.get(Thermostat::getAlerts).map(alerts -> shown(text, alerts)).orElse(0L);
        return after.getAlerts() != null && shown(text, after.getAlerts()) > shown
                ? List.of() : List.of(new Adjustment(after.getIdentifier(), "alerts.text", text, null));
    }

    private static long shown(String text, List<Alert> alerts) {
        return alerts.stream().filter(alert -> text.equals(alert.getText())).count();
    }
}
