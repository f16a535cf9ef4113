// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.states.jsonata.Expression.ExpressionCompiler;
import dev.stoker.local.states.jsonata.Expression.QueryFailed;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

final class ExpressionTest {

    private final ExpressionCompiler compiler = new ExpressionCompiler(() -> 1_795_360_868_679L, new Random(7));

    @Test
    void a_whole_number_has_no_decimal_point_however_it_was_computed() throws Exception {
        assertThat(evaluate("$sum([1,2,3])+1")).isEqualTo("7");
        assertThat(evaluate("7.0")).isEqualTo("7");
        assertThat(evaluate("1/4")).isEqualTo("0.25");
        assertThat(evaluate("0.1+0.2")).isEqualTo("0.30000000000000004");
        assertThat(evaluate("1795360868679 + 96")).isEqualTo("1795360868775");
        assertThat(evaluate("1e21")).isEqualTo("1e+21");
        assertThat(evaluate("1e-7 / 10")).isEqualTo("1e-8");
        assertThat(evaluate("1e20")).isEqualTo("100000000000000000000");
        assertThat(evaluate("-0.5")).isEqualTo("-0.5");
    }

    @Test
    void a_result_that_is_not_finite_is_a_text_and_within_an_expression_it_is_an_error() throws Exception {
        assertThat(evaluate("1/0")).isEqualTo("\"Infinity\"");
        assertThat(evaluate("-1/0")).isEqualTo("\"-Infinity\"");
        assertThat(evaluate("($a := 0; 1/$a)")).isEqualTo("\"Infinity\"");
        assertThat(evaluate("true ? 1e308 * 10 : 0")).isEqualTo("\"Infinity\"");
        assertThatThrownBy(() -> evaluate("1 + 1/0")).hasMessageContaining("D1001");
        assertThatThrownBy(() -> evaluate("$sum([1/0])")).hasMessageContaining("D1001");
    }

    @Test
    void null_is_a_value_and_undefined_is_none() throws Exception {
        assertThat(evaluate("null")).isEqualTo("null");
        assertThat(evaluate("$nothing")).isEqualTo("undefined");
        assertThat(evaluate("[]")).isEqualTo("[]");
        assertThat(evaluate("{'a': null, 'b': [null, 1]}")).isEqualTo("{\"a\":null,\"b\":[null,1]}");
        assertThat(evaluate("$given.a", "given", "{\"a\":null}")).isEqualTo("null");
        assertThat(evaluate("$count($given)", "given", "[null,null]")).isEqualTo("2");
        assertThat(evaluate("$given[0]", "given", "[null,1]")).isEqualTo("null");
        assertThat(evaluate("$map($given, function($v, $i) {$i})", "given", "[null,1]"))
                .isEqualTo("[0,1]");
    }

    @Test
    void what_is_given_is_never_changed() throws Exception {
        Object given = Json.parse("{\"list\":[3,1,2],\"object\":{\"a\":1}}");
        String before = Json.text(given);
        compiler.compile("$sort($g.list) ~> $reverse ~> $append($g.list)").evaluate(Map.of("g", given)::get);
        compiler.compile("$g ~> |object|{'a': 2}|").evaluate(Map.of("g", given)::get);
        compiler.compile("$merge([$g.object, {'b': 1}])").evaluate(Map.of("g", given)::get);
        assertThat(Json.text(given)).isEqualTo(before);
    }

    @Test
    void a_value_that_is_passed_on_is_not_copied() throws Exception {
        Object given = Json.parse("{\"list\":[3,1,2]}");
        assertThat(compiler.compile("$g.list").evaluate(Map.of("g", given)::get))
                .isSameAs(((JsonObject) given).get("list"));
    }

    @Test
    void expressions_of_one_thread_do_not_see_one_anothers_variables() throws Exception {
        Expression first = compiler.compile("($a := 1; $exists($b))");
        Expression last = compiler.compile("($b := 1; $exists($a))");
        for (int i = 0; i < 3; i++) {
            assertThat(first.evaluate(name -> null)).isEqualTo(false);
            assertThat(last.evaluate(name -> null)).isEqualTo(false);
        }
    }

    @Test
    void errors_carry_the_code_of_jsonata() {
        assertThatThrownBy(() -> evaluate("$nope(1)"))
                .isInstanceOf(QueryFailed.class)
                .hasMessage("T1006: Attempted to invoke a non-function");
        assertThatThrownBy(() -> evaluate("'a' + 1"))
                .isInstanceOf(QueryFailed.class)
                .hasMessageStartingWith("T2001: ");
        assertThatThrownBy(() -> evaluate("$eval('1')"))
                .isInstanceOf(QueryFailed.class)
                .hasMessageStartingWith("T1006: ");
        assertThatThrownBy(() -> evaluate("($f := function($n) { 1 + $f($n) }; $f(1))"))
                .isInstanceOf(QueryFailed.class)
                .hasMessage("Stack overflow error: Check for non-terminating recursive function. Consider rewriting as"
                        + " tail-recursive");
        assertThatThrownBy(() -> evaluate("($f := function($n) { $f($n + 1) }; $f(1))"))
                .isInstanceOf(QueryFailed.class)
                .hasMessage("Expression evaluation timeout: Check for infinite loop");
        assertThatThrownBy(() -> evaluate("$error('my words')"))
                .isInstanceOf(QueryFailed.class)
                .hasMessageContaining("my words");
        assertThatThrownBy(() -> evaluate("'a' + 1"))
                .hasMessage("T2001: The left side of the \"+\" operator must evaluate to a number");
        assertThatThrownBy(() -> evaluate("$abs('a')"))
                .hasMessage("T0410: Argument 1 of function \"abs\" does not match function signature");
        assertThatThrownBy(() -> evaluate("$number('a')")).hasMessage("D3030: Unable to cast value to a number: \"a\"");
    }

    /** Source: floci-io/floci issue 2737, TestState in us-east-1: 200 terms fail, and all boundaries lie at 99 to 101. */
    @Test
    void an_evaluation_nests_a_hundred_deep_and_no_deeper() throws Exception {
        assertThat(evaluate("1" + "+1".repeat(99))).isEqualTo("100");
        assertTooDeep("1" + "+1".repeat(100));
        assertTooDeep("1" + "+1".repeat(199));
        assertTooDeep("($f := function($n) { $n = 0 ? 0 : 1 + $f($n - 1) }; $f(100))");
        assertThat(evaluate("($f := function($n) { $n = 0 ? 0 : $f($n - 1) }; $f(1000))"))
                .as("a tail call does not nest")
                .isEqualTo("0");
    }

    /** So it is counted on the reference implementation when nothing is left out: what it awaits together is open together. */
    @Test
    void what_the_reference_evaluates_side_by_side_nests() throws Exception {
        assertDepth("1+1+1+1", 4);
        assertDepth("[1,2,3]", 4);
        assertDepth("{'a':1,'b':2,'c':3}", 4);
        assertDepth("[1..20]{$string($): $}", 21);
        assertDepth("[1..20].($+1)", 4);
        assertDepth("$map([1..20], function($v){$v+1})", 4);
        assertDepth("[[1,2],[3,4]]", 7);
        assertThat(evaluate("$count($keys([1..97]{$string($): $}))")).isEqualTo("97");
        assertTooDeep("[1..100]{$string($): $}");
    }

    /** Source: the same issue, and pull request 2783. */
    @Test
    void an_evaluation_holds_seven_megabytes_and_no_more() throws Exception {
        String doubled = "($p := function($s, $n) { $n = 0 ? $s : $p($s & $s, $n - 1) }; $length($p('x', %d)))";

        assertThat(evaluate("[1..873782] ~> $count()")).isEqualTo("873782");
        assertTooLarge("[1..873783] ~> $count()");
        assertTooLarge("$sum([1..900000])");
        assertThat(evaluate(String.format(doubled, 22))).isEqualTo("4194304");
        assertTooLarge(String.format(doubled, 23));
        assertTooLarge("$range(1, 360146, 1)");
        assertTooLarge("($m := function($s, $n) { $n = 0 ? $s : $m($s & $s, $n - 1) }; [1..4].$m('x', 21))");
    }

    /** The library counts a character outside the basic plane as one and as two. */
    @Test
    void a_part_of_a_text_is_counted_in_characters() throws Exception {
        assertThat(
                        evaluate(
                                "[$substring('🔁', 0, 80), $substring('🔁x', 0, 1), $substring('🔁xyz', 1, 2), $substring('a🔁🔁xyz', 2, 50)]"))
                .isEqualTo("[\"🔁\",\"🔁\",\"xy\",\"🔁xyz\"]");
        assertThat(
                        evaluate(
                                "[$substring('🔁xyz', 2), $substring('🔁xyz', -2), $substring('🔁xyz', -3, 2), $substring('🔁xyz', -9, 2)]"))
                .isEqualTo("[\"yz\",\"yz\",\"xy\",\"🔁x\"]");
        assertThat(
                        evaluate(
                                "[$substring('abcd', 4), $substring('abcd', 9, 1), $substring('abcd', 1, 0), $substring('abcd', 1, -1)]"))
                .isEqualTo("[\"\",\"\",\"\",\"\"]");
        assertThat(evaluate("[$substring('abcd', 1.7, 1.5), $substring('abcd', -1.5), $substring($nothing, 1)]"))
                .isEqualTo("[\"bc\",\"d\"]");
    }

    /** Work is counted, so these end alike on each machine. The library's own $pad took six seconds for 300,000 characters. */
    @Test
    void padding_is_that_of_the_reference_and_too_much_of_it_is_an_error() throws Exception {
        assertThat(evaluate("$length($pad('', 300000, 'a'))")).isEqualTo("300000");
        assertThat(evaluate("$pad('abc', 7, '12') & $pad('abc', -7, '12') & $pad('abc', 2) & $pad('', 2.7, '')"))
                .isEqualTo("\"abc12121212abcabc  \"");
        assertThat(evaluate("$pad('é😀', -4, '😀x') & $pad($nothing, 3)")).isEqualTo("\"😀xé😀\"");
        assertTooLarge("$pad('', 7000000)");
        assertTooLarge("$pad('', -1e15)");
    }

    @Test
    void an_evaluation_that_works_too_long_is_an_error() {
        assertTooMuchWork("$contains($pad('', 60, 'a') & '!', /(.*a){20}$/)");
    }

    @Test
    @EnabledIfSystemProperty(
            named = "stoker.thorough",
            matches = "true",
            disabledReason = "takes long: -Dstoker.thorough=true runs it, and .ci/run")
    void an_evaluation_that_works_too_long_is_an_error_whatever_works() {
        assertTooMuchWork("$replace($pad('', 60, 'a') & '!', /(.*a){20}$/, '')");
        assertTooMuchWork("[1..3000].$contains($pad('', 1000000, 'ab'), 'zz')");
        assertTooMuchWork("[1..20000][$ in [1..20000]]");
        assertTooMuchWork("$reduce([1..20000], function($a, $b) { $append($a, $b) })");
    }

    private void assertTooMuchWork(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).as(expression).hasMessage(Bounds.TIME);
    }

    /** From the reference implementation, jsonata 2.0.6. */
    @Test
    void a_sum_is_added_from_the_first_to_the_last() throws Exception {
        assertThat(evaluate("$sum([0.2, 23.43, 0.1, 3.58, 3.41])")).isEqualTo("30.720000000000002");
        assertThat(evaluate("$sum([0.2, 3.41, 3.58, 0.1, 23.43])")).isEqualTo("30.72");
        assertThat(evaluate("$average([0.1, 0.2, 0.3])")).isEqualTo("0.20000000000000004");
        assertThat(evaluate("[$sum([]), $sum(2), $sum($nothing), $average([]), $average(4), $average($nothing)]"))
                .isEqualTo("[0,2,4]");
    }

    @Test
    void an_expression_is_evaluated_several_times_at_once() throws Exception {
        Expression expression = compiler.compile("$n + $count($reduce([1..$n], function($a, $b) { $append($a, $b) }))");
        List<CompletableFuture<Object>> results = IntStream.rangeClosed(2, 9)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return expression.query(Map.of("n", (Object) n)::get).evaluate();
                    } catch (QueryFailed e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        assertThat(results).extracting(CompletableFuture::join).containsExactly(4, 6, 8, 10, 12, 14, 16, 18);
    }

    private void assertDepth(String source, int depth) throws Exception {
        Expression.Query query = compiler.compile(source).query(name -> null);
        query.evaluate();
        assertThat(query.depth()).as(source).isEqualTo(depth);
    }

    private void assertTooDeep(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).as(expression).hasMessage(Bounds.DEPTH);
    }

    private void assertTooLarge(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).as(expression).hasMessage(Bounds.MEMORY);
    }

    @Test
    void the_words_of_java_become_codes_of_jsonata() {
        assertCode("$uppercase(null)", "T0410");
        assertCode("$replace('a', 'b', 'c', null)", "T0410");
        assertCode("$decodeUrl('%E0%A4%A')", "D3140");
        assertCode("$formatInteger(1, '##0\uff10')", "D3131");
        assertCode("$fromMillis(0, '[Y]-[q]')", "D3132");
        assertCode("$fromMillis(0, '[YN]')", "D3133");
        assertCode("$fromMillis(0, '[Y')", "D3135");
        assertCode("$toMillis('yesterday')", "D3110");
        assertCode("$split('a b', $uppercase)", "T1010");
        assertCode("$sort([{'a': 1}, {'a': 2}])", "D3070");
    }

    private void assertCode(String expression, String code) {
        assertThatThrownBy(() -> evaluate(expression))
                .as(expression)
                .isInstanceOf(QueryFailed.class)
                .hasMessageStartingWith(code + ": ");
    }

    @Test
    void the_clock_stands_still_during_an_evaluation() throws Exception {
        AtomicLong clock = new AtomicLong();
        ExpressionCompiler moving = new ExpressionCompiler(clock::incrementAndGet, new Random(7));
        Expression twice = moving.compile("$millis() & ' ' & $millis() & ' ' & $toMillis($now())");

        assertThat(twice.evaluate(name -> null)).isEqualTo("1 1 1");
        Expression.Query second = twice.query(name -> null);
        assertThat(second.evaluate()).isEqualTo("2 2 2");
        assertThat(second.nowMillis()).isEqualTo(2);
    }

    @Test
    void sorting_keeps_the_order_of_what_the_comparator_does_not_swap() throws Exception {
        assertThat(evaluate(
                        "$sort($given, function($a, $b) {$a.n > $b.n}).id",
                        "given",
                        "[{\"id\":1,\"n\":2},"
                                + "{\"id\":2,\"n\":1},{\"id\":3,\"n\":2},{\"id\":4,\"n\":1},{\"id\":5,\"n\":1}]"))
                .isEqualTo("[2,4,5,1,3]");
        assertThat(evaluate("$sort([3, 1.5, -2])")).isEqualTo("[-2,1.5,3]");
        assertThat(evaluate("$sort(['b', 'B', 'a'])")).isEqualTo("[\"B\",\"a\",\"b\"]");
        assertThat(evaluate("$sort([])")).isEqualTo("[]");
    }

    @Test
    void replacing_fills_groups_in_and_stops_at_a_match_without_characters() throws Exception {
        assertThat(evaluate("$replace('a-b c-d', /(\\w)-(\\w)/, '$2$1$$$0')")).isEqualTo("\"ba$a-b dc$c-d\"");
        assertThat(evaluate("$replace('aaa', /a/, 'b', 2)")).isEqualTo("\"bba\"");
        assertThat(evaluate("$replace('a.a', '.', '$1')")).isEqualTo("\"a$1a\"");
        assertThat(evaluate("$replace('abc', /b/, function($m) {$uppercase($m.match)})"))
                .isEqualTo("\"aBc\"");
        assertCode("$replace('abc', /.*?/, 'x')", "D1004");
        assertCode("$split('abc', /x*/)", "D1004");
        assertCode("$match('abc', /x*/)", "D1004");
        assertCode("$replace('abc', '', 'x')", "D3010");
        assertCode("$replace('abc', 'b', 'x', -1)", "D3011");
        assertCode("$replace('abc', /b/, function() {1})", "D3012");
    }

    @Test
    void grouping_an_empty_array_gives_what_its_names_give_without_an_item() throws Exception {
        assertThat(evaluate("$given.rows{id: n}", "given", "{\"rows\":[]}")).isEqualTo("{}");
        assertThat(evaluate("$given.rows{'n': $count(n)}", "given", "{\"rows\":[]}"))
                .isEqualTo("{\"n\":0}");
        assertThat(evaluate("$count($given.rows)", "given", "{\"rows\":[]}")).isEqualTo("0");
    }

    @Test
    void a_syntax_error_is_found_when_it_is_compiled() {
        assertThatThrownBy(() -> compiler.compile("1 +")).isInstanceOf(QueryFailed.class);
        assertThatThrownBy(() -> compiler.compile("a; b")).isInstanceOf(QueryFailed.class);
        assertThatThrownBy(() -> compiler.compile("1, 2")).isInstanceOf(QueryFailed.class);
        assertThatThrownBy(() -> compiler.compile("1) + (2")).isInstanceOf(QueryFailed.class);
        assertThatThrownBy(() -> compiler.compile("")).isInstanceOf(QueryFailed.class);
        assertThatThrownBy(() -> compiler.compile("'open")).isInstanceOf(QueryFailed.class);
    }

    @Test
    void an_expression_may_end_with_a_regular_expression_or_a_comment() throws Exception {
        assertThat(evaluate("$exists($n ~> /b/)", "n", "\"ab\"")).isEqualTo("true");
        assertThatThrownBy(() -> evaluate("'ab' ~> /b/")).isInstanceOf(Json.Unsupported.class);
        assertThat(evaluate("1 /* one */")).isEqualTo("1");
    }

    @Test
    void a_function_is_no_value() {
        assertThatThrownBy(() -> evaluate("$fn := function($x){$x}")).isInstanceOf(Json.Unsupported.class);
        assertThatThrownBy(() -> evaluate("{'f': $sum}")).isInstanceOf(Json.Unsupported.class);
    }

    @Test
    void the_functions_of_step_functions() throws Exception {
        assertThat(evaluate("$partition([1,2,3,4,5], 2.9)")).isEqualTo("[[1,2],[3,4],[5]]");
        assertThat(evaluate("$partition([0],1)")).isEqualTo("[[0]]");
        assertThat(evaluate("$partition([],1)")).isEqualTo("[]");
        assertThat(evaluate("$range(1,9,2)")).isEqualTo("[1,3,5,7,9]");
        assertThat(evaluate("$range(1,9,9)")).isEqualTo("1");
        assertThat(evaluate("$range(5,1,-2)")).isEqualTo("[5,3,1]");
        assertThat(evaluate("$hash('abc','MD5')")).isEqualTo("\"900150983cd24fb0d6963f7d28e17f72\"");
        assertThat(evaluate("$hash('','SHA-1')")).isEqualTo("\"da39a3ee5e6b4b0d3255bfef95601890afd80709\"");
        assertThat(evaluate("$parse('{\"a\":[1,null]}').a[1]")).isEqualTo("null");
        assertThat(evaluate("$random(7) = $random(7)")).isEqualTo("true");
        assertThat(evaluate("$random() >= 0 and $random() < 1")).isEqualTo("true");
        assertThat(evaluate("$uuid() != $uuid()")).isEqualTo("true");
        assertThat(evaluate("$uuid()"))
                .matches("\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"");
        assertThat(evaluate("$millis()")).isEqualTo("1795360868679");
        assertThat(evaluate("$now()")).isEqualTo("\"2026-11-22T15:21:08.679Z\"");
        assertThatThrownBy(() -> evaluate("$parse('{')")).isInstanceOf(QueryFailed.class);
        assertThatThrownBy(() -> evaluate("$partition([1], -1)")).isInstanceOf(QueryFailed.class);
        assertThat(evaluate("$partition([1], 0)")).isEqualTo("undefined");
        assertThat(evaluate("$partition([1,2,3], 1.9)")).isEqualTo("[[1],[2],[3]]");
        assertThat(evaluate("$range(1, 2, 0)")).isEqualTo("undefined");
        assertThat(evaluate("$range(-1.7, 2, 1)")).isEqualTo("[-1,0,1,2]");
        assertThat(evaluate("$range(2, 1, 1)")).isEqualTo("undefined");
        assertThat(evaluate("$count($range(1, 200000, 1))")).isEqualTo("200000");
        assertThat(evaluate("$random(42)")).isEqualTo("0.7275636800328681");
        assertThatThrownBy(() -> evaluate("$hash('a', 'CRC')")).isInstanceOf(QueryFailed.class);
    }

    @Test
    void the_same_seed_gives_the_same_run() throws Exception {
        ExpressionCompiler again = new ExpressionCompiler(() -> 0, new Random(7));
        assertThat(evaluate("[$uuid(), $random()]"))
                .isEqualTo(Json.text(
                        requireNonNull(again.compile("[$uuid(), $random()]").evaluate(name -> null))));
    }

    @Test
    void string_gives_json_that_can_be_read_again() throws Exception {
        assertThat(evaluate(
                        "$parse($string($given)) = $given",
                        "given",
                        "{\"a\\\"b\":\"\\u0001\\n\u2028\",\"c\":[1.5,null]}"))
                .isEqualTo("true");
        assertThat(evaluate("$string(0.1+0.2)")).isEqualTo("\"0.3\"");
        assertThat(evaluate("$string($sum([1,2]))")).isEqualTo("\"3\"");
        assertThat(evaluate("$string(null) & $string(true)")).isEqualTo("\"nulltrue\"");
        assertThat(evaluate("(5).$string()")).isEqualTo("\"5\"");
        assertThat(evaluate("$string($sum)")).isEqualTo("\"\"");
        assertThat(evaluate("$string(function($x) {$x})")).isEqualTo("\"\"");
        assertThat(evaluate("$string(1e-7) & ' ' & $string(1e-6)")).isEqualTo("\"1e-7 0.000001\"");
        assertThat(evaluate("$string({'a\"b': [1]}, true)"))
                .isEqualTo("\"{\\n  \\\"a\\\\\\\"b\\\": [\\n    1\\n  ]\\n}\"");
    }

    private String evaluate(String expression) throws Exception {
        return evaluate(expression, "unused", "0");
    }

    private String evaluate(String expression, String name, String json) throws Exception {
        Object value = compiler.compile(expression).evaluate(Map.of(name, Json.parse(json))::get);
        return value == null ? "undefined" : Json.text(value);
    }
}
