// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.stoker.cli.report.Chromium;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of another origin, in a real browser, reaches neither the live page nor the embedded AWS. */
class ForeignPageTest {
    private static final String DELETES = "/?Action=DeleteStack&StackName=stoker&Version=2010-05-15";

    @TempDir
    private Path folder;

    /** Every way to send a request that a page has without the permission of the other side. */
    private static String attack(URI page, URI endpoint) {
        return """
                (async () => {
                  const tries = {};
                  const loads = (tag, url) => new Promise(done => {
                    const one = document.createElement(tag);
                    one.onload = () => done('loaded'); one.onerror = () => done('refused');
                    one.src = url; document.body.append(one);
                  });
                  const send = (url, options) => fetch(url, options).then(a => a.type + ' ' + a.status, () => 'refused');
                  const simple = { method: 'POST', mode: 'no-cors', body: '{"number":3}' };
                  for (const button of ['burst', 'cycle', 'resume', 'end', 'concurrency']) await send('%1$s' + button, simple);
                  tries.json = await send('%1$sburst', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"number":3}' });
                  tries.read = await send('%1$s');
                  tries.events = await new Promise(done => {
                    const source = new EventSource('%1$sevents');
                    source.onmessage = () => done('read'); source.onerror = () => done('refused');
                  });
                  tries.script = await loads('script', '%1$s');
                  tries.image = await loads('img', '%2$s%3$s');
                  await send('%2$s%3$s', { mode: 'no-cors' });
                  await send('%2$s/', { method: 'POST', mode: 'no-cors', body: new URLSearchParams('%3$s'.slice(2)) });
                  const form = Object.assign(document.createElement('form'), { method: 'post', action: '%1$sburst', target: 'frame', enctype: 'text/plain' });
                  form.append(Object.assign(document.createElement('input'), { name: '{"number":3,"x":"', value: '"}' }));
                  const frame = Object.assign(document.createElement('iframe'), { name: 'frame' });
                  document.body.append(frame, form);
                  await new Promise(done => { frame.onload = done; form.submit(); });
                  return JSON.stringify(tries);
                })()""".formatted(page, endpoint, DELETES);
    }

    @Test
    void nothing_that_it_sends_is_done_and_nothing_is_read() throws IOException {
        HttpServer foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext("/", exchange -> {
            byte[] html = "<!DOCTYPE html><title>elsewhere</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        foreign.start();
        Chromium chromium = Chromium.in(folder);
        try (Watched watched = Watched.start();
                DevTools tab = DevTools.start(chromium)) {
            URI endpoint = watched.aws().listen(0);
            tab.open(URI.create("http://127.0.0.1:" + foreign.getAddress().getPort() + "/"));

            String tries = tab.ask(attack(watched.address(), endpoint)).asText();

            assertThat(tries)
                    .isEqualTo(
                            "{\"json\":\"refused\",\"read\":\"refused\",\"events\":\"refused\",\"script\":\"refused\","
                                    + "\"image\":\"refused\"}");
            // The stack and its schedule are there, as they were, and no user was served.
            assertThat(watched.aws().schedule().plan().enabled()).isFalse();
            assertThat(watched.aws().schedule().plan().input()).contains("\"concurrency\":5");
            tab.open(watched.address());
            tab.await("document.getElementById('link').textContent.startsWith('Live')");
            assertThat(tab.text("#alive") + tab.text("#cycles") + tab.text("#users-cold"))
                    .isEqualTo("000");
        } finally {
            foreign.stop(0);
        }
    }
}
