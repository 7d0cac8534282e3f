package io.github.ecs2k8s.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes, and whether that may be coloured. Everything is UTF-8, whatever the platform's
 * character set is, and lines end in {@code \n}.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param outIsTerminal whether a person looks at standard output
 * @param errIsTerminal whether a person looks at standard error
 * @param noColor whether {@code NO_COLOR} (https://no-color.org) or a dumb terminal asks for plain text
 */
public record Console(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        boolean noColor) {

    /** A console without a terminal. */
    public static Console of(InputStream in, PrintWriter out, PrintWriter err) {
        return new Console(in, out, err, false, false, false);
    }

    /** The console of this process; the launcher says in a system property which streams are terminals. */
    static Console ofProcess() {
        String terminals = System.getProperty("ecs2k8s.terminals", "");
        String noColor = System.getenv("NO_COLOR");
        return new Console(
                System.in,
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                terminals.contains("out"),
                terminals.contains("err"),
                (noColor != null && !noColor.isEmpty()) || "dumb".equals(System.getenv("TERM")));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(
                new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), StandardCharsets.UTF_8));
    }

    /** Writes to standard output and makes sure that it arrived. */
    void print(String text) throws Failure {
        out.write(text);
        out.flush();
        if (out.checkError()) {
            throw Failure.output(
                    "standard output", "cannot be written: its reader has gone, or the disk is full", null);
        }
    }
}
