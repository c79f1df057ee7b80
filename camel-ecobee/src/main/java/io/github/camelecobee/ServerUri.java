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

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

/** Addresses that tokens travel to: in the clear only where nobody else listens. */
final class ServerUri {
    private ServerUri() {
    }

    static URI check(String option, String given) {
        String text = given.strip().replaceAll("/+$", "");
        try {
            URI uri = new URI(text);
            boolean secure = "https".equalsIgnoreCase(uri.getScheme());
            boolean local = "http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost());
            if (uri.getHost() != null && (secure || local) && uri.getRawUserInfo() == null && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw wrong(option, given);
        }
        throw wrong(option, given);
    }

    /** The address of something to fetch: its query may be a signature, and is in no message. */
    static URI checkBundle(String place, String given) {
        try {
            URI uri = new URI(given);
            boolean secure = "https".equalsIgnoreCase(uri.getScheme());
            boolean local = "http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost());
            if (uri.getHost() != null && (secure || local) && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw wrongBundle(place, given);
        }
        throw wrongBundle(place, given);
    }

    private static IllegalArgumentException wrongBundle(String place, String given) {
        return new IllegalArgumentException(
                place + ": '" + shown(given) + "' is not allowed; give the https URL of a bundle"
                                            + " (http is allowed on the loopback interface only)");
    }

    private static IllegalArgumentException wrong(String option, String given) {
        return new IllegalArgumentException(
                option + ": '" + shown(given)
                                            + "' is not allowed; give an https URL without user, query and fragment"
                                            + " (http is allowed on the loopback interface only)");
    }

    private static String shown(String given) {
        // Up to the last @: a password may hold any character, and what is wrong may be just that.
        return given.replaceAll("(?s)^(([^:/@]*:)?/*).*@", "$1xxxxxx@").replaceAll("(?s)[?#].*", "?xxxxxx");
    }

    /** Literal addresses and localhost only: a name that resolves to loopback today may resolve elsewhere tomorrow. */
    private static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String bare = host.replaceAll("^\\[|\\]$", "");
        if ("localhost".equalsIgnoreCase(bare)) {
            return true;
        }
        try {
            return bare.matches("[0-9.]+|[0-9a-fA-F:]+") && InetAddress.getByName(bare).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
