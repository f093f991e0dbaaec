package io.sluice.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parser made of a text.
 *
 * @param root null when the text holds nothing but white space and comments
 * @param readable whether the tree is all of the text, without a guess
 */
record Tree(@Nullable Node root, List<SyntaxProblem> problems, boolean readable) {}
