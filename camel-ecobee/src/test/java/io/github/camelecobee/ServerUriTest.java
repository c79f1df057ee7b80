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

import java.util.Objects;

import io.github.camelecobee.transport.ProxySettings;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServerUriTest {
    @ParameterizedTest
    @ValueSource(strings = {
            "https://me:tell-tale@api.ecobee.com", "https://me:tell/tell-tale@api.ecobee.com",
            "https://me:t@tell-tale@api.ecobee.com", "https://me:t?tell-tale@api.ecobee.com",
            "https:me:tell-tale@api.ecobee.com", "https://api.ecobee.com/?client_id=tell-tale",
            "https://api.ecobee.com/#tell-tale", "https://api.ecobee.com/?a\ntell-tale" })
    void refusedAddressShowsNoSecret(String given) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerUri.check("baseUrl", given))
                .withMessageStartingWith("baseUrl: 'https:").withMessageContaining("xxxxxx")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("tell-tale"));
    }

    @Test
    void noProxySeesWhatGoesInTheClearToTheLoopbackInterface() {
        EcobeeComponent component = new EcobeeComponent();
        component.setCamelContext(new DefaultCamelContext());
        component.setProxyHost("proxy.example.org");
        component.setProxyPort(3128);
        component.setNonProxyHosts("*.example.org|example.com");

        ProxySettings proxy = Objects.requireNonNull(new ComponentSettings(component).transport().proxy());
        assertThat(proxy.nonProxyHosts()).contains("localhost", "127.*", "[::1]", "*.example.org", "example.com");
    }
}
