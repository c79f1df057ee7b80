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

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.authorization.AuthorizationDeniedException;
import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.authorization.AuthorizationUnavailableException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two addresses that a web application needs to have accounts authorized by code (ecobee page
 * authz-code-authorization), served by Camel's platform-http: one that sends the browser to ecobee, and the redirect
 * URI that ecobee sends it back to. The component needs {@code authorizationMethod=authorizationCode}.
 * <p>
 * Whoever may call the first address may put his own thermostats behind an account: protect it like any other page of
 * the application. The browser that comes back must be the one that was sent, which a cookie tells.
 */
public class EcobeeAuthorizationRoutes extends RouteBuilder {
    /** Not Camel's, which has the name of whoever extends this class. */
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeAuthorizationRoutes.class);
    private static final String COOKIE = "ecobee-authorization";
    /**
     * With it a browser takes no such cookie from a neighbour in the same domain (draft-ietf-httpbis-rfc6265bis,
     * 4.1.3.2).
     */
    private static final String HOST = "__Host-";
    private static final int COOKIE_BYTES = 24;
    private static final String BEGUN = "ecobeeBinding";

    private final String redirectUri;
    private final SecureRandom random = new SecureRandom();
    private String component = "ecobee";
    private String startPath = "/ecobee/authorize";
    private @Nullable String callbackPath;
    private String account = EcobeeConfiguration.DEFAULT_ACCOUNT;
    private @Nullable String accountParameter;
    private @Nullable String authorized;

    /**
     * Creates the routes; nothing is served before they are added to a context.
     *
     * @param redirectUri the redirect URI, as it is registered for the application
     */
    public EcobeeAuthorizationRoutes(String redirectUri) {
        this.redirectUri = redirectUri;
    }

    /**
     * Where the browser begins; {@code /ecobee/authorize} by default.
     *
     * @param  path the path at which platform-http serves it
     * @return      this
     */
    public EcobeeAuthorizationRoutes startPath(String path) {
        startPath = path;
        return this;
    }

    /**
     * Where the browser comes back; the path of the redirect URI by default. To be given when a proxy in front serves
     * it under another path.
     *
     * @param  path the path at which platform-http serves it
     * @return      this
     */
    public EcobeeAuthorizationRoutes callbackPath(String path) {
        callbackPath = path;
        return this;
    }

    /**
     * The account to authorize; {@value EcobeeConfiguration#DEFAULT_ACCOUNT} by default.
     *
     * @param  name the name of the account
     * @return      this
     */
    public EcobeeAuthorizationRoutes account(String name) {
        account = name;
        return this;
    }

    /**
     * Lets the request choose the account.
     *
     * @param  name the name of the request parameter that holds the name of the account; a request without it is
     *              refused
     * @return      this
     */
    public EcobeeAuthorizationRoutes accountParameter(String name) {
        accountParameter = name;
        return this;
    }

    /**
     * Where to go on once an account is authorized, instead of telling so.
     *
     * @param  uri an endpoint; its route gets the {@link AuthorizationStatus} as body and makes the page
     * @return     this
     */
    public EcobeeAuthorizationRoutes authorized(String uri) {
        authorized = uri;
        return this;
    }

    /**
     * The name of the component, if it is not {@code ecobee}.
     *
     * @param  name the name under which the context knows it
     * @return      this
     */
    public EcobeeAuthorizationRoutes component(String name) {
        component = name;
        return this;
    }

    @Override
    public void configure() {
        onException(IllegalArgumentException.class).handled(true).process(exchange -> refuse(exchange, 400));
        onException(AuthorizationDeniedException.class).handled(true).process(exchange -> refuse(exchange, 403));
        onException(AuthorizationUnavailableException.class).handled(true).process(exchange -> refuse(exchange, 503));
        onException(Exception.class).handled(true).process(exchange -> refuse(exchange, 500));
        String options = "?redirectUri=RAW(" + redirectUri + ")";

        String served = "?httpMethodRestrict=GET&headerFilterStrategy=#" + headerFilter();
        from("platform-http:" + startPath + served).routeId(component + "-authorization-start")
                .process(this::begin)
                .to(component + ":authorizationUrl" + options)
                .process(this::sendAway);

        String back = callbackPath == null ? URI.create(redirectUri).getPath() : callbackPath;
        var callback = from("platform-http:" + back + served).routeId(component + "-authorization-callback")
                .process(this::comeBack)
                .to(component + ":exchangeCode")
                .process(this::tell);
        if (authorized != null) {
            callback.to(authorized);
        }
    }

    /** Camel's own for HTTP would keep Cache-Control back. */
    private String headerFilter() {
        DefaultHeaderFilterStrategy strategy = new DefaultHeaderFilterStrategy();
        strategy.setLowerCase(true);
        strategy.setInFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
        strategy.setOutFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
        strategy.setOutFilter(Set.of("content-length", "host", "transfer-encoding", "connection"));
        String name = component + "-authorization-headers";
        getContext().getRegistry().bind(name, strategy);
        return name;
    }

    private void begin(Exchange exchange) {
        Message message = exchange.getMessage();
        if (accountParameter != null && message.getHeader(accountParameter) instanceof Collection<?> several) {
            throw new IllegalArgumentException(accountParameter + ": was given " + several.size() + " times; name one account");
        }
        String chosen = accountParameter == null ? account : message.getHeader(accountParameter, String.class);
        if (chosen == null || chosen.isBlank()) {
            throw new IllegalArgumentException(accountParameter + ": is missing; name the account to authorize");
        }
        byte[] bytes = new byte[COOKIE_BYTES];
        random.nextBytes(bytes);
        String binding = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        exchange.setProperty(BEGUN, binding);
        // What the browser sends decides nothing but the parameter.
        message.removeHeaders("*");
        message.setHeader(EcobeeConstants.TARGET_ACCOUNT, chosen);
        message.setHeader(EcobeeConstants.BINDING, binding);
    }

    private void sendAway(Exchange exchange) {
        Message message = exchange.getMessage();
        String location = message.getBody(String.class);
        clean(message);
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, 302);
        message.setHeader("Location", location);
        message.setHeader("Set-Cookie", cookie(exchange.getProperty(BEGUN, String.class), 600));
        message.setBody("");
    }

    private void comeBack(Exchange exchange) {
        Message message = exchange.getMessage();
        String binding = binding(message.getHeader("Cookie", String.class));
        message.removeHeaders("CamelEcobee*");
        message.setBody(null);
        message.setHeader(EcobeeConstants.BINDING, binding);
    }

    /** No cookie is as good as a wrong one. */
    private String binding(@Nullable String cookies) {
        for (String each : Objects.requireNonNullElse(cookies, "").split(";")) {
            String[] parts = each.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals(cookieName())) {
                return parts[1].replaceAll("^\"|\"$", ""); // which RFC 6265, 4.1.1 allows
            }
        }
        return "";
    }

    private void tell(Exchange exchange) {
        Message message = exchange.getMessage();
        AuthorizationStatus status = message.getBody(AuthorizationStatus.class);
        clean(message);
        message.setHeader("Set-Cookie", cookie("", 0));
        if (authorized == null) {
            page(message, 200, "Account " + status.account() + " is authorized (" + status.scope()
                               + "). You can close this page.");
        }
    }

    private void refuse(Exchange exchange, int status) {
        Exception problem = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (status == 500) {
            LOG.warn("An authorization by code broke", problem);
        } else if (status == 503) {
            LOG.warn("An authorization by code could not be ended: {}", problem.getMessage());
        } else {
            // Whoever calls these addresses must not fill the log.
            LOG.debug("An authorization by code came to nothing: {}", problem.getMessage());
        }
        clean(exchange.getMessage());
        page(exchange.getMessage(), status, switch (status) {
            case 500 -> "Something went wrong; the log says what.";
            // What cannot be reached, and why, is the operator's business.
            case 503 -> "The authorization could not be ended at the moment. Begin again in a while.";
            default -> problem.getMessage();
        });
    }

    private static void page(Message message, int status, @Nullable String text) {
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        // Plain text, so that what ecobee or a request said is never taken for markup.
        message.setHeader(Exchange.CONTENT_TYPE, "text/plain;charset=UTF-8");
        message.setHeader("X-Content-Type-Options", "nosniff");
        message.setBody(text);
    }

    /** Neither parameters of the request nor ours go back as headers; the address with the code is told to nobody. */
    private static void clean(Message message) {
        message.removeHeaders("*");
        message.setHeader("Cache-Control", "no-store");
        message.setHeader("Referrer-Policy", "no-referrer");
    }

    /** Lax, because the browser comes back from another site. */
    private String cookie(String value, int seconds) {
        return cookieName() + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
               + (isSecure() ? "; Secure" : "");
    }

    private String cookieName() {
        return isSecure() ? HOST + COOKIE : COOKIE;
    }

    private boolean isSecure() {
        return redirectUri.startsWith("https:");
    }
}
