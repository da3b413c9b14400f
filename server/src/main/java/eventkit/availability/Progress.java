package eventkit.availability;

/** How far a booking has come in reality (rule 2): what is out is late when it is not back at its end, what is back ends at the scan. */
enum Progress {
    PLANNED,
    OUT,
    BACK
}
