package eventkit.insight.web;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.insight.Board;
import eventkit.insight.Boards;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Boards of the home screen. */
@RestController
@RequestMapping("/api/v1/boards")
class BoardsResource {
    private final Boards boards;
    private final MergePatch patches;

    BoardsResource(Boards boards, MergePatch patches) {
        this.boards = boards;
        this.patches = patches;
    }

    /** A board with all that its widgets show, in one answer; without {@code board} the caller's first, or the standard one. */
    @GetMapping("/shown")
    @SignedIn
    Boards.Shown shown(@RequestParam(required = false) @Nullable UUID board) {
        return boards.show(board);
    }

    @GetMapping("/{id}")
    @SignedIn
    ResponseEntity<Board> get(@PathVariable UUID id) {
        var board = boards.get(id);
        return Versioned.ok(board, board.version());
    }

    @PostMapping
    @SignedIn
    ResponseEntity<Board> create(@RequestBody Boards.Details details) {
        var board = boards.create(details);
        return Versioned.created("/boards/" + board.id(), board, board.version());
    }

    /** Widgets are replaced as a whole. */
    @PatchMapping("/{id}")
    @SignedIn
    ResponseEntity<Board> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Boards.Details.class) JsonNode patch, IfMatch ifMatch) {
        var details = patches.apply(Boards.Details.of(boards.get(id)), patch, Boards.Details.class);
        var board = boards.change(id, details, ifMatch);
        return Versioned.ok(board, board.version());
    }

    /** Shows it to everybody, to roles, or to nobody else. */
    @PutMapping("/{id}/sharing")
    @Needs(Permission.VIEW_SHARE)
    ResponseEntity<Board> share(@PathVariable UUID id, @RequestBody Boards.Sharing sharing, IfMatch ifMatch) {
        var board = boards.share(id, sharing, ifMatch);
        return Versioned.ok(board, board.version());
    }

    @DeleteMapping("/{id}")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        boards.remove(id, ifMatch);
    }
}
