@org.jspecify.annotations.NullMarked
package eventkit.crm;
