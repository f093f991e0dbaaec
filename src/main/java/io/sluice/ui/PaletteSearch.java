package io.sluice.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds entries by letters that stand in their names in this order, the closest ones first. */
final class PaletteSearch {
    static final int MOST = 40;

    private final List<PaletteEntry> entries;

    /**
     * One find.
     *
     * @param entry its place in the list that was searched
     * @param marks places of the letters found, in the name
     */
    record Found(int entry, int score, List<Integer> marks) {}

    PaletteSearch(List<PaletteEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The closest finds, at most {@link #MOST}; with nothing to search for the first entries of each kind. */
    List<Found> find(String query) {
        String[] words = query.strip().isEmpty() ? new String[0] : query.strip().split("\\s+");
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            match(i, words).ifPresent(found::add);
        }
        Comparator<Found> closest = Comparator.comparingInt(Found::score).reversed();
        Comparator<Found> kind =
                Comparator.comparing(one -> entries.get(one.entry()).kind());
        found.sort(words.length == 0 ? kind : closest.thenComparing(kind));
        return words.length == 0
                ? someOfEach(found)
                : found.stream().limit(MOST).toList();
    }

    private List<Found> someOfEach(List<Found> found) {
        int most = MOST / PaletteEntry.Kind.values().length;
        int[] counts = new int[PaletteEntry.Kind.values().length];
        return found.stream()
                .filter(one -> counts[entries.get(one.entry()).kind().ordinal()]++ < most)
                .toList();
    }

    private Optional<Found> match(int index, String[] words) {
        PaletteEntry entry = entries.get(index);
        int score = 0;
        List<Integer> marks = new ArrayList<>();
        for (String word : words) {
            Optional<LetterMatch> name = LetterMatch.of(word, entry.name());
            Optional<LetterMatch> detail = LetterMatch.of(word, entry.detail()).filter(LetterMatch::whole);
            if (name.isEmpty() && detail.isEmpty()) {
                return Optional.empty();
            }
            int inName = name.map(LetterMatch::score).orElse(0);
            int inDetail = detail.map(one -> one.score() / 4).orElse(0);
            score += Math.max(inName, inDetail);
            name.ifPresent(one -> marks.addAll(one.places()));
        }
        return Optional.of(
                new Found(index, score, marks.stream().distinct().sorted().toList()));
    }
}
