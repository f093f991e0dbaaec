package io.sluice.studio.ui;

/**
 * The one stretch in which two texts differ.
 *
 * @param start offset of the first character that differs
 * @param end offset behind the last one, in the text before
 * @param insert what stands there in the text after
 */
record TextChange(int start, int end, String insert) {
    static TextChange between(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same < shorter - start
                && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
            same++;
        }
        return new TextChange(start, before.length() - same, after.substring(start, after.length() - same));
    }
}
