@org.jspecify.annotations.NullMarked
package eventkit.inventory;
