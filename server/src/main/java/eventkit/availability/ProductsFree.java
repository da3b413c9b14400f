package eventkit.availability;

import eventkit.availability.Availability.ProductFree;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.UUID;

/**
 * What is free of many products. In columns, because a catalogue has tens of thousands: an object for each of them and each number costs more than to work
 * the numbers out, and drives the profiles out of the processor's caches.
 */
public final class ProductsFree extends AbstractList<ProductFree> implements RandomAccess {
    private final Products products;
    private final int[] numbers;

    /** @param numbers of each product the three of {@link Free}; the array is kept */
    ProductsFree(Products products, int[] numbers) {
        this.products = products;
        this.numbers = numbers;
    }

    public UUID product(int index) {
        return products.get(index);
    }

    /** Writes the 36 bytes that are the product's identifier as text. */
    public void product(int index, byte[] into, int at) {
        products.text(index, into, at);
    }

    public int firm(int index) {
        return numbers[3 * index];
    }

    public int worst(int index) {
        return numbers[3 * index + 1];
    }

    public int expected(int index) {
        return numbers[3 * index + 2];
    }

    @Override
    public ProductFree get(int index) {
        return new ProductFree(product(index), new Free(firm(index), worst(index), expected(index)));
    }

    @Override
    public int size() {
        return products.size();
    }
}
