package eventkit.availability;

/** Pieces that are out and were to be back at a second: when that has passed they are late. */
record Away(int quantity, int dueBack) {}
