// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A user's function, which knows nothing of Stoker, and the packages in which the user would upload it. */
public final class Shop {
    /** As he names it to Lambda. */
    public static final String HANDLER = "dev.stoker.cli.local.Shop::greet";

    private static final String CLASS = "dev/stoker/cli/local/Shop.class";

    /** Does not start where a variable says so. */
    public Shop() {
        String broken = System.getenv("BROKEN");
        if (broken != null) {
            System.out.println("opening the shop");
            throw new IllegalStateException(broken);
        }
    }

    // Leaves a hook behind, as Spring does, whose classes are not there any more when it runs.
    static {
        if (System.getenv("HOOK") != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(Closing.words()), "closing"));
        }
    }

    /** Loaded by the hook alone. */
    private static final class Closing {
        static String words() {
            return "closed";
        }
    }

    /** What users get. */
    public String greet(String name) {
        return System.getenv().getOrDefault("GREETING", "Hello") + ", " + name;
    }

    /** A fat jar. */
    public static Path jarIn(Path folder) throws IOException {
        return Files.write(folder.resolve("shop 1.0.jar"), zip(CLASS, bytes()));
    }

    /** A zip with lib/. */
    public static Path zipIn(Path folder) throws IOException {
        return Files.write(folder.resolve("shop.zip"), zip("lib/shop.jar", zip(CLASS, bytes())));
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = Shop.class.getResourceAsStream("/" + CLASS)) {
            return in.readAllBytes();
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
