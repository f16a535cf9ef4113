// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.functions.Failing;
import dev.stoker.local.functions.Generics;
import dev.stoker.local.functions.Incomplete;
import dev.stoker.local.functions.Kinds;
import dev.stoker.local.functions.Loaders;
import dev.stoker.local.functions.Methods;
import java.util.List;
import java.util.stream.Stream;

/** Handlers and the events for them. */
final class HandlerCases {
    private static final String ORDER = "{\"id\":\"Å 7\",\"order_id\":\"8\",\"amounts\":[1,2,3],\"note\":\"urgent\","
            + "\"placed\":\"2026-01-01T12:00:00.5Z\",\"unknown\":{\"a\":1}}";
    private static final String[] ODD = {
        "null", "\"\"", "[]", "[" + ORDER + "]", "17", "", " ", "{", "{\"id\":{\"a\":1}}", "{\"id\":1}}}", "\u0000"
    };

    private HandlerCases() {}

    /** A handler's name as a user sets it, and events for one environment, one after the other. */
    record Case(String handler, List<String> events) {
        Case(String handler, String... events) {
            this(handler, List.of(events));
        }

        @Override
        public String toString() {
            return handler.substring(handler.lastIndexOf('.') + 1);
        }
    }

    /** Functions that AWS serves; some of their events fail. */
    static Stream<Case> served() {
        return Stream.of(kinds(), methods(), generics(), EventCases.all(), loaders())
                .flatMap(same -> same);
    }

    private static Stream<Case> kinds() {
        return Stream.of(
                        new Case(name(Kinds.Streams.class), ORDER, "", "no JSON"),
                        new Case(name(Kinds.Both.class), ORDER),
                        new Case(name(Kinds.Orders.class), ORDER),
                        new Case(name(Kinds.Orders.class), ODD),
                        new Case(name(Kinds.Labels.class), "\"a\""),
                        new Case(
                                name(Kinds.Maps.class),
                                ORDER,
                                "null",
                                "{}",
                                "{\"deep\":{\"n\":[1.5,1e400,null,true,\"\\u0000\"]},\"big\":12345678901234567890}"),
                        new Case(name(Kinds.Lists.class), "[\"PT1S\",60.5]", "\"PT1S\"", "[]"),
                        new Case(name(Kinds.Integers.class), "41", "\"41\"", "41.7", "null", "[41]"),
                        new Case(name(Kinds.Texts.class), "\"a\"", "a", "17", "{}", "null"),
                        new Case(name(Kinds.Sizes.class), "\"SMALL\"", "\"HUGE\"", "1", "null"),
                        new Case(name(Kinds.AnyKind.class), ORDER, "[1]", "1", "null"),
                        new Case(name(Kinds.NoInput.class), "null", ORDER),
                        new Case(name(Kinds.NoOutput.class), ORDER),
                        new Case(name(Kinds.NullOutput.class), ORDER),
                        new Case(name(Kinds.Contexts.class), ORDER))
                .flatMap(kind -> Stream.of(kind, new Case(kind.handler() + "::handleRequest", kind.events())));
    }

    private static Stream<Case> methods() {
        Stream<String> withAnOrder = Stream.of(
                "nothing",
                "object",
                "objectAndContext",
                "context",
                "in",
                "inAndContext",
                "out",
                "outAndContext",
                "inAndOut",
                "inOutAndContext",
                "noResult",
                "nullResult",
                "ownVariable",
                "ownVariableWithoutBound",
                "Overloads::handle",
                "Overloads::tie",
                "Overloads::one",
                "Overloads::two");
        Stream<Case> others = Stream.of(
                new Case(method(Methods.class, "primitive"), "41", "null"),
                new Case(method(Methods.class, "array"), "[1,2]", "1"),
                new Case(method(Methods.class, "generic"), "{\"a\":[" + ORDER + "],\"b\":[]}"),
                new Case(method(Kinds.Streams.class, "alsoStreams"), ORDER),
                new Case(method(Methods.Static.class, "handle"), "\"a\""),
                new Case(method(Methods.Interface.class, "handle"), "\"a\""),
                new Case(method(Methods.Implementation.class, "inherited"), "\"a\""));
        return Stream.concat(
                withAnOrder.map(name -> new Case(
                        name.contains("::")
                                ? Methods.class.getName() + "$" + name
                                : Methods.class.getName() + "::" + name,
                        ORDER,
                        "null")),
                others);
    }

    private static Stream<Case> generics() {
        return Stream.of(
                        new Case(name(Generics.ConvertingOrders.class), ORDER),
                        new Case(name(Generics.BridgedOrders.class), ORDER),
                        new Case(name(Generics.TurnedSame.class), "\"a\""),
                        new Case(name(Generics.PlainOrders.class), ORDER),
                        new Case(name(Generics.SwappedOrders.class), ORDER),
                        new Case(name(Generics.Bounded.class), ORDER),
                        new Case(name(Generics.SecondBound.class), "\"a\""))
                .flatMap(kind -> Stream.of(kind, new Case(kind.handler() + "::handleRequest", kind.events())))
                .filter(kind -> !kind.handler().equals(method(Generics.SwappedOrders.class, "handleRequest")));
    }

    private static Stream<Case> loaders() {
        return Stream.of(
                new Case(name(Loaders.Seen.class), "{}"),
                new Case(method(Loaders.Seen.class, "handleRequest"), "{}"),
                new Case(name(Loaders.Changing.class), "{\"time\":\"2026-01-01T12:00:00Z\"}"));
    }

    /** Functions that are found and made, or break in that: AWS reports every invocation, or INIT, as failed. */
    static Stream<Case> failing() {
        Stream<Case> invocations = Stream.concat(
                Stream.of(
                                "checked",
                                "unchecked",
                                "error",
                                "stream",
                                "withoutMessage",
                                "fatal",
                                "circular",
                                "withoutTrace")
                        .map(name -> new Case(method(Failing.class, name), ORDER, ORDER)),
                Stream.of(
                        new Case(name(Failing.OfObjects.class), ORDER),
                        new Case(method(Failing.OfObjects.class, "handleRequest"), ORDER),
                        new Case(name(Failing.OfStreams.class), ORDER),
                        new Case(method(Failing.OfStreams.class, "handleRequest"), ORDER),
                        new Case(name(Failing.Endless.class), "\"a\""),
                        new Case(method(Methods.class, "specialStream"), ORDER),
                        new Case(name(Kinds.Parcels.class), "{\"name\":\"p\"}"), // records are written, not read
                        new Case(name(Generics.OrderBatch.class), "[" + ORDER + "]"),
                        new Case(name(Generics.OrderArrays.class), "[" + ORDER + "]"),
                        new Case(name(Generics.TurnedOrders.class), ORDER),
                        new Case(method(Generics.SwappedOrders.class, "handleRequest"), ORDER)));
        Stream<Case> inits = Stream.of(
                new Case(name(Failing.InConstructor.class), ORDER),
                new Case(method(Failing.InConstructor.class, "other"), ORDER),
                new Case(name(Failing.InConstructorWithoutMessage.class), ORDER),
                new Case(name(Failing.InConstructorByError.class), ORDER),
                new Case(name(Failing.InClassOfAnother.class), ORDER),
                new Case(name(Failing.InClass.class), ORDER),
                new Case(method(Failing.InClass.class, "handleRequest"), ORDER),
                new Case(name(Failing.InClassByError.class), ORDER),
                new Case(method(Incomplete.TooNew.class, "handle"), "\"a\""));
        return Stream.concat(invocations, inits);
    }

    /** Handlers that AWS's runtime cannot serve: it finds out in INIT, and tells every invocation. */
    static Stream<Case> neverServed() {
        return Stream.of(
                        "::",
                        "::handle",
                        "com.acme.App::",
                        "com.acme.App",
                        "com.acme.App::handleRequest",
                        "App:handle",
                        name(Kinds.Texts.class) + ".handleRequest",
                        name(Failing.Plain.class),
                        method(Failing.Plain.class, "none"),
                        method(Failing.Plain.class, "hidden"),
                        method(Failing.Plain.class, "ofPackage"),
                        method(Failing.Plain.class, "twoEvents"),
                        method(Failing.Plain.class, "contextFirst"),
                        method(Failing.Plain.class, "outBeforeIn"),
                        method(Failing.Plain.class, "four"),
                        name(Failing.Abstract.class),
                        method(Failing.Abstract.class, "other"),
                        name(Failing.AnInterface.class),
                        method(Failing.AnInterface.class, "handleRequest"),
                        Failing.class.getName() + "$OfPackage",
                        Failing.class.getName() + "$OfPackage::handleRequest",
                        name(Failing.NeedsDatabase.class),
                        method(Failing.NeedsDatabase.class, "other"),
                        name(Failing.PrivateConstructor.class),
                        name(Failing.Inner.class),
                        name(Generics.Open.class),
                        name(Generics.Raw.class),
                        name(Generics.RawSwapped.class),
                        name(Generics.OrdersToText.class),
                        method(Incomplete.Parameter.class, "handle"),
                        method(Incomplete.Superclass.class, "handle"))
                .map(handler -> new Case(handler, ORDER, "null"));
    }

    private static String name(Class<?> handler) {
        return handler.getName();
    }

    private static String method(Class<?> handler, String method) {
        return handler.getName() + "::" + method;
    }
}
