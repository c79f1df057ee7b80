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

/**
 * What ecobee said to a request.
 *
 * @param request    the request
 * @param httpStatus HTTP status
 * @param code       {@code status.code} of the body
 * @param text       {@code status.message} of the body, without the blanks around it
 */
record EcobeeAnswer(RequestDescription request, int httpStatus, int code, String text) {
    boolean succeeded() {
        return code == EcobeeStatusCode.SUCCESS.code();
    }

    /** Code 1 is how garbage and forgotten tokens are answered, 14 is an expired one. Neither changes anything. */
    boolean tokenRejected() {
        return code == EcobeeStatusCode.TOKEN_EXPIRED.code() || code == EcobeeStatusCode.AUTHENTICATION_FAILED.code();
    }

    /** Code 16, and the form of code 2 that was seen in outages as well (home-assistant/core#146560). */
    boolean authorizationDoubted() {
        return code == EcobeeStatusCode.TOKEN_DEAUTHORIZED.code()
                || code == EcobeeStatusCode.NOT_AUTHORIZED.code() && text.contains("revoked");
    }

    String describe() {
        return "ecobee refused " + request.named() + " with code " + code
               + (text.isEmpty() ? "" : ": " + text);
    }

    /** The exception for a code other than 0. */
    EcobeeRefusedException refusal() {
        return EcobeeStatusCode.of(code).map(status -> switch (status) {
            case AUTHENTICATION_FAILED, TOKEN_EXPIRED, TOKEN_DEAUTHORIZED -> new EcobeeAuthenticationException(this);
            case NOT_AUTHORIZED -> new EcobeeNotAuthorizedException(this);
            case PROCESSING_ERROR, SERIALIZATION_ERROR -> new EcobeeProcessingException(this);
            case VALIDATION_ERROR -> new EcobeeValidationException(this);
            case INVALID_SELECTION -> new EcobeeSelectionException(this);
            case FUNCTION_ERROR -> new EcobeeFunctionException(this);
            case DUPLICATE_DATA -> new EcobeeDuplicateException(this);
            case INVALID_REQUEST_FORMAT, TOO_MANY_THERMOSTATS, INVALID_FUNCTION, INVALID_PAGE, POST_NOT_SUPPORTED,
                    GET_NOT_SUPPORTED ->
                new EcobeeInvalidRequestException(this);
            case SUCCESS -> new EcobeeRefusedException(this);
        }).orElseGet(() -> new EcobeeRefusedException(this));
    }
}
