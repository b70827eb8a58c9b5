package dev.weir.metering.focus;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ServiceCategory and the values of ServiceSubcategory below each; the same in 1.2 and 1.4. */
final class Services {

  private static final Map<String, Set<String>> SUBCATEGORIES =
      Map.ofEntries(
          Map.entry(
              "AI and Machine Learning",
              Set.of(
                  "AI Platforms",
                  "Bots",
                  "Generative AI",
                  "Machine Learning",
                  "Natural Language Processing",
                  "Other (AI and Machine Learning)")),
          Map.entry(
              "Analytics",
              Set.of(
                  "Analytics Platforms",
                  "Business Intelligence",
                  "Data Processing",
                  "Search",
                  "Streaming Analytics",
                  "Other (Analytics)")),
          Map.entry(
              "Business Applications",
              Set.of("Productivity and Collaboration", "Other (Business Applications)")),
          Map.entry(
              "Compute",
              Set.of(
                  "Containers",
                  "End User Computing",
                  "Quantum Compute",
                  "Serverless Compute",
                  "Virtual Machines",
                  "Other (Compute)")),
          Map.entry(
              "Databases",
              Set.of(
                  "Caching",
                  "Data Warehouses",
                  "Ledger Databases",
                  "NoSQL Databases",
                  "Relational Databases",
                  "Time Series Databases",
                  "Other (Databases)")),
          Map.entry(
              "Developer Tools",
              Set.of(
                  "Developer Platforms",
                  "Continuous Integration and Deployment",
                  "Development Environments",
                  "Source Code Management",
                  "Quality Assurance",
                  "Other (Developer Tools)")),
          Map.entry("Identity", Set.of("Identity and Access Management", "Other (Identity)")),
          Map.entry(
              "Integration",
              Set.of(
                  "API Management", "Messaging", "Workflow Orchestration", "Other (Integration)")),
          Map.entry(
              "Internet of Things",
              Set.of("IoT Analytics", "IoT Platforms", "Other (Internet of Things)")),
          Map.entry(
              "Management and Governance",
              Set.of(
                  "Architecture",
                  "Compliance",
                  "Cost Management",
                  "Data Governance",
                  "Disaster Recovery",
                  "Endpoint Management",
                  "Observability",
                  "Support",
                  "Other (Management and Governance)")),
          Map.entry(
              "Media",
              Set.of(
                  "Content Creation",
                  "Gaming",
                  "Media Streaming",
                  "Mixed Reality",
                  "Other (Media)")),
          Map.entry(
              "Migration", Set.of("Data Migration", "Resource Migration", "Other (Migration)")),
          Map.entry("Mobile", Set.of("Other (Mobile)")),
          Map.entry("Multicloud", Set.of("Multicloud Integration", "Other (Multicloud)")),
          Map.entry(
              "Networking",
              Set.of(
                  "Application Networking",
                  "Content Delivery",
                  "Network Connectivity",
                  "Network Infrastructure",
                  "Network Routing",
                  "Network Security",
                  "Other (Networking)")),
          Map.entry(
              "Security",
              Set.of(
                  "Secret Management",
                  "Security Posture Management",
                  "Threat Detection and Response",
                  "Other (Security)")),
          Map.entry(
              "Storage",
              Set.of(
                  "Backup Storage",
                  "Block Storage",
                  "File Storage",
                  "Object Storage",
                  "Storage Platforms",
                  "Other (Storage)")),
          Map.entry("Web", Set.of("Application Platforms", "Other (Web)")),
          Map.entry("Other", Set.of("Other (Other)")));

  private Services() {}

  static Set<String> categories() {
    return SUBCATEGORIES.keySet();
  }

  static boolean isOf(@Nullable String category, @Nullable String subcategory) {
    return category != null
        && subcategory != null
        && SUBCATEGORIES.getOrDefault(category, Set.of()).contains(subcategory);
  }
}
