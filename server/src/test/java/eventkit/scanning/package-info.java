@org.jspecify.annotations.NullMarked
package eventkit.scanning;
