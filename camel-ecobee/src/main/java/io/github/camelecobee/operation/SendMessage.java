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

import java.util.List;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.model.SendMessageParams;

/** Shows a message on thermostats: an alert of type message (SendMessage.shtml). */
public final class SendMessage implements OperationHandler {
    /** ecobee cuts off what is longer, without a word. */
    private static final int LONGEST = 500;

    /** Creates it. */
    public SendMessage() {
    }

    @Override
    public Class<SendMessageParams> parametersType() {
        return SendMessageParams.class;
    }

    @Override
    public String textParameter() {
        return "text";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Result handle(EcobeeClient client, Command command) {
        Parameter text = command.parameter("text")
                .orElseThrow(() -> new IllegalArgumentException(
                        "sendMessage: a text is needed, in the body or as header"
                                                                + " CamelEcobeeText or option text"));
        if (text.text().isEmpty() || text.text().codePointCount(0, text.text().length()) > LONGEST) {
            throw new IllegalArgumentException(
                    text.place() + ": the text has " + text.text().codePointCount(0, text.text().length())
                                               + " characters; give 1 to " + LONGEST);
        }
        SendMessageParams params = new SendMessageParams().withText(text.text());
        client.update(command.target(), null, List.of(Functions.function("sendMessage", params)));
        return Result.DONE;
    }
}
