package eventkit.inventory;

/** What kind of code is stuck on the thing. */
public enum Symbology {
    CODE_128,
    CODE_39,
    EAN_13,
    UPC_A,
    DATA_MATRIX,
    QR,
    RFID,
    OTHER
}
