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
package io.github.camelecobee.client;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a summary: a thermostat and its revisions (get-thermostat-summary.shtml).
 *
 * @param identifier serial number
 * @param name       as the user gave it, empty when never named; may hold colons
 * @param connected  whether the thermostat is connected to ecobee now
 * @param thermostat revision of settings, program, events and device configuration
 * @param alerts     revision of the alerts
 * @param runtime    revision of equipment and sensors
 * @param interval   revision of the five-minute readings; empty from servers that do not know it
 */
public record ThermostatRevisions(
        String identifier, String name, boolean connected, String thermostat, String alerts, String runtime,
        String interval) {

    /**
     * Names are sent verbatim, colons included, and ecobee may append fields: so the identifier is what stands before
     * the first colon, and the revisions are the digits behind the last true or false that four (in 2013: three) fields
     * of digits follow.
     */
    private static final Pattern LINE
            = Pattern.compile("(\\w+):(.*):(true|false):(\\d*):(\\d*):(\\d*)(?::(\\d*))?(?::.*)?", Pattern.DOTALL);

    /**
     * Reads a line of {@code revisionList}.
     *
     * @param  line for example {@code 311019854581:Upstairs:true:250114163012:250114150001:250114164530:250114164500}
     * @return      the thermostat's revisions, empty when the line has another form
     */
    public static Optional<ThermostatRevisions> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new ThermostatRevisions(
                        matcher.group(1), matcher.group(2), Boolean.parseBoolean(matcher.group(3)), matcher.group(4),
                        matcher.group(5), matcher.group(6), matcher.group(7) == null ? "" : matcher.group(7)))
                : Optional.empty();
    }

    /**
     * A revision by kind.
     *
     * @param  kind which
     * @return      its opaque text
     */
    public String get(Revision kind) {
        return switch (kind) {
            case THERMOSTAT -> thermostat;
            case ALERTS -> alerts;
            case RUNTIME -> runtime;
            case INTERVAL -> interval;
        };
    }

    /**
     * What a cursor keeps: connected and all four revisions.
     *
     * @return text that {@link #movedSince} understands
     */
    public String cursor() {
        return String.join(":", Boolean.toString(connected), thermostat, alerts, runtime, interval);
    }

    /**
     * Reads what a cursor keeps.
     *
     * @param  identifier serial number
     * @param  cursor     an earlier {@link #cursor()}
     * @return            the revisions without the name; empty when the cursor is of a form this version does not know
     */
    public static Optional<ThermostatRevisions> ofCursor(String identifier, String cursor) {
        return parse(identifier + "::" + cursor);
    }

    /**
     * Whether a part was the same at another time, as far as its revision tells. Being connected is told by the
     * readings, and counts with them.
     *
     * @param  part  the part
     * @param  other the thermostat's revisions at that time
     * @return       whether its revision is the same; true for a part without one
     */
    public boolean agrees(Include part, ThermostatRevisions other) {
        Revision revision = part.revision();
        return revision == null
                || get(revision).equals(other.get(revision)) && (revision != Revision.RUNTIME || connected == other.connected);
    }

    /**
     * Whether one of the revisions that matter moved, or the thermostat connected or disconnected.
     *
     * @param  cursor  an earlier {@link #cursor()}
     * @param  matters the revisions that matter
     * @return         whether something did; also when the cursor is of a form this version does not know
     */
    public boolean movedSince(String cursor, Set<Revision> matters) {
        return ofCursor(identifier, cursor)
                .map(before -> before.connected != connected
                        || matters.stream().anyMatch(kind -> !before.get(kind).equals(get(kind))))
                .orElse(true);
    }
}
